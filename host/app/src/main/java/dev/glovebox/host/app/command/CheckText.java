package dev.glovebox.host.app.command;

import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Json;
import dev.glovebox.host.model.Sha256;
import dev.glovebox.host.model.UntrustedText;
import dev.glovebox.proto.api.v1.CheckResult;
import dev.glovebox.proto.api.v1.CheckVerdict;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Honesty checks for a reader at a terminal. What a report quotes is encoded. */
final class CheckText {
  private static final int EXIT_PASSED = 0;
  private static final int EXIT_FAILED = 1;
  private static final int EXIT_UNKNOWN = 3;

  private CheckText() {}

  /** Prints what one check found. */
  static void found(CheckResult result, Console console) {
    line(
        console,
        shown(result.getCheck()),
        word(result.getVerdict()) + "  " + shown(result.getSummary()));
  }

  /** Prints first differences, coverage and what all checks together say. */
  static void ended(String check, Json.Obj report, long logPosition, Console console) {
    if (new TreeMap<>(report.members()).get("base") instanceof Json.Obj base
        && !text(base, "code").equals(Code.OK.name())) {
      line(
          console,
          "said",
          text(base, "hook") + " line " + text(base, "line") + ": " + text(base, "message"));
    }
    for (Json result : list(report, "checks")) {
      if (result instanceof Json.Obj one
          && new TreeMap<>(one.members()).get("first_difference") instanceof Json.Obj difference) {
        line(
            console,
            text(one, "name"),
            "bar "
                + text(difference, "bar_index")
                + ", "
                + text(difference, "field")
                + ": expected "
                + text(difference, "expected")
                + ", got "
                + text(difference, "got"));
      }
    }
    if (new TreeMap<>(report.members()).get("coverage") instanceof Json.Obj coverage) {
      line(console, "coverage", coverage(coverage));
    }
    line(console, "check", shown(check) + ", log position " + logPosition);
    line(console, "check_sha256", Sha256.of(report.bytes()).hex());
    line(console, "overall", text(report, "overall") + "  " + text(report, "summary"));
  }

  /** Returns the exit code of a report: a word that this build does not know is no yes. */
  static int exit(Json.Obj report) {
    return switch (text(report, "overall")) {
      case "PASSED" -> EXIT_PASSED;
      case "FAILED" -> EXIT_FAILED;
      default -> EXIT_UNKNOWN;
    };
  }

  private static String coverage(Json.Obj coverage) {
    return text(coverage, "intents")
        + " intents"
        + counts(coverage, "intents_by_side")
        + " on "
        + text(coverage, "bars_with_intents")
        + " of "
        + text(coverage, "bars")
        + " bars, "
        + text(coverage, "orders")
        + " orders, "
        + text(coverage, "fills")
        + " fills, denials"
        + counts(coverage, "denials")
        + ", longest stretch without an intent "
        + text(coverage, "longest_stretch_without_intent")
        + " bars, hooks never called: "
        + list(coverage, "hooks_never_called").stream()
            .map(CheckText::shown)
            .collect(Collectors.joining(", "));
  }

  private static String counts(Json.Obj object, String name) {
    if (!(new TreeMap<>(object.members()).get(name) instanceof Json.Obj(Map<String, Json> counted))
        || counted.isEmpty()) {
      return " (none)";
    }
    return counted.entrySet().stream()
        .map(entry -> shown(entry.getKey()) + " " + shown(entry.getValue()))
        .collect(Collectors.joining(", ", " (", ")"));
  }

  private static List<Json> list(Json.Obj object, String name) {
    return new TreeMap<>(object.members()).get(name) instanceof Json.Arr(List<Json> elements)
        ? elements
        : List.of();
  }

  private static String text(Json.Obj object, String name) {
    return shown(new TreeMap<>(object.members()).getOrDefault(name, Json.of("?")));
  }

  private static String shown(Json value) {
    return shown(value instanceof Json.Str(String text) ? text : value.text());
  }

  private static String shown(String text) {
    return new UntrustedText(text).forTerminal();
  }

  private static String word(CheckVerdict verdict) {
    return switch (verdict) {
      case CHECK_VERDICT_PASSED -> "PASSED ";
      case CHECK_VERDICT_FAILED -> "FAILED ";
      case CHECK_VERDICT_NOTED -> "NOTED  ";
      case CHECK_VERDICT_SKIPPED, CHECK_VERDICT_UNSPECIFIED, UNRECOGNIZED -> "SKIPPED";
    };
  }

  private static void line(Console console, String name, String value) {
    console.line(String.format("%-16s %s", name, value));
  }
}
