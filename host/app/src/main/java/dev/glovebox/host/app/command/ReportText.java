package dev.glovebox.host.app.command;

import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Json;
import dev.glovebox.host.model.UntrustedText;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A finished run for a reader at a terminal, or as one JSON document. */
final class ReportText {
  private ReportText() {}

  /** Prints how a run ended, in full, and returns the exit code. */
  static int result(RunResult.Finished run, Format format, Console console) {
    switch (format) {
      case TEXT -> print(run, console);
      case JSON -> console.json(json(run));
    }
    if (run.code() != Code.OK) {
      console.failure(
          run.code(),
          run.code().meaning()
              + (run.message().raw().isEmpty() ? "" : ": " + run.message().forTerminal()));
    }
    return run.code().exit();
  }

  /** Prints the report. */
  static void print(RunResult.Finished run, Console console) {
    line(console, "run", run.text("run_id").orElse(run.run()));
    line(
        console,
        "outcome",
        run.text("outcome").orElse("")
            + " "
            + run.code()
            + ", observed by "
            + run.text("observed_by").orElse(""));
    if (!run.message().raw().isEmpty()) {
      line(console, "said", run.message().forTerminal());
    }
    line(console, "tier", run.text("tier").orElse("") + measures(run));
    line(
        console,
        "bars",
        run.text("bars_completed").orElse("") + " of " + run.text("bars").orElse(""));
    for (String metric :
        List.of(
            "total_return",
            "max_drawdown",
            "sharpe",
            "periods_per_year",
            "trades",
            "fees",
            "spread_cost",
            "final_cash",
            "final_equity")) {
      line(console, metric, run.metric(metric).orElse("-"));
    }
    if (run.text("indicative").orElse("false").equals("true")) {
      line(console, "indicative", "true: run in blocks; only a lock-step run proves a figure");
    }
    line(console, "decision_digest", run.text("decision_digest").orElse(""));
    line(console, "log position", Long.toString(run.logPosition()));
    printFills(run, console);
  }

  /** Returns everything as one document. */
  static Json json(RunResult.Finished run) {
    Map<String, Json> members = new TreeMap<>();
    members.put("runspec", run.spec());
    members.put("report", run.report());
    members.put("log_position", Json.of(run.logPosition()));
    members.put("message", run.message().forJson());
    return Json.of(members);
  }

  private static void printFills(RunResult.Finished run, Console console) {
    FillLines fills = run.fills();
    line(console, "fills", Long.toString(fills.count()));
    console.line("  " + fills.header());
    fills.first().forEach(text -> console.line("  " + text));
    if (fills.count() > fills.first().size()) {
      console.line(
          "  ... " + (fills.count() - fills.first().size()) + " more; --out DIR has them all");
    }
  }

  private static String measures(RunResult.Finished run) {
    if (run.report().members().get("isolation_measures") instanceof Json.Arr(List<Json> list)) {
      List<String> words =
          list.stream()
              .map(one -> one instanceof Json.Str(String word) ? word : "")
              .map(word -> new UntrustedText(word).forTerminal())
              .toList();
      return " (" + String.join(", ", words) + ")";
    }
    return "";
  }

  private static void line(Console console, String name, String value) {
    console.line(String.format("%-16s %s", name, value));
  }
}
