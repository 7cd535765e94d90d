package dev.glovebox.analyzer.report;

import static dev.glovebox.analyzer.report.JsonText.quote;

import dev.glovebox.analyzer.Finding;
import dev.glovebox.analyzer.rules.Cwe;
import dev.glovebox.analyzer.rules.Language;
import dev.glovebox.analyzer.rules.Rule;
import dev.glovebox.analyzer.rules.RulePage;
import dev.glovebox.analyzer.rules.RulePages;
import dev.glovebox.analyzer.rules.RuleSet;
import dev.glovebox.analyzer.rules.Severity;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/**
 * Findings as SARIF 2.1.0, for viewers and code hosts.
 *
 * @see <a href="https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html">SARIF 2.1.0</a>
 */
public final class Sarif {
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  /** Longer lines are not quoted. */
  private static final int LINE_CHARACTERS_MAX = 1_000;

  private static final HexFormat PERCENT = HexFormat.of().withUpperCase();

  private final List<RuleSet> sets;
  private final boolean compared;
  private final List<String> ids;

  private Sarif(List<RuleSet> sets, boolean compared) {
    this.sets = sets;
    this.compared = compared;
    this.ids = sets.stream().flatMap(set -> set.rules().stream()).map(Rule::id).toList();
  }

  /**
   * The report, one document without a line break.
   *
   * @param compared whether there was a baseline, so that findings are new or unchanged
   */
  public static String of(List<FileVerdict> verdicts, boolean compared) {
    return new Sarif(
            verdicts.stream()
                .map(FileVerdict::language)
                .distinct()
                .sorted()
                .map(Language::rules)
                .toList(),
            compared)
        .document(verdicts);
  }

  private String document(List<FileVerdict> verdicts) {
    List<String> results = new ArrayList<>();
    for (int file = 0; file < verdicts.size(); file++) {
      for (Judged judged : verdicts.get(file).findings()) {
        results.add(result(judged, verdicts.get(file), file));
      }
    }
    return "{\"$schema\":"
        + quote(SCHEMA)
        + ",\"version\":\"2.1.0\",\"runs\":[{\"tool\":{\"driver\":{\"name\":\"glovebox\""
        + ",\"properties\":{\"ruleSet\":"
        + quote(sets.stream().map(RuleSet::name).collect(Collectors.joining(", ")))
        + ",\"ruleSetSha256\":"
        + quote(
            sets.stream()
                .map(set -> HexFormat.of().formatHex(set.hash()))
                .collect(Collectors.joining(", ")))
        + "},\"rules\":"
        + sets.stream().flatMap(set -> set.rules().stream()).map(Sarif::rule).collect(array())
        + "}},\"columnKind\":\"unicodeCodePoints\",\"invocations\":["
        + invocation(verdicts)
        + "],\"artifacts\":"
        + verdicts.stream().map(Sarif::artifact).collect(array())
        + ",\"results\":"
        + results.stream().collect(array())
        + "}]}";
  }

  private static Collector<CharSequence, ?, String> array() {
    return Collectors.joining(",", "[", "]");
  }

  private static String rule(Rule rule) {
    RulePage page = RulePages.of(rule);
    return "{\"id\":"
        + quote(rule.id())
        + ",\"name\":"
        + quote(page.title())
        + ",\"shortDescription\":{\"text\":"
        + quote(rule.question())
        + "},\"fullDescription\":{\"text\":"
        + quote(page.whyInOneLine())
        + "},\"help\":{\"text\":"
        + quote(page.whyInOneLine() + " Instead: " + rule.instead())
        + ",\"markdown\":"
        + quote(page.markdown(rule))
        + "},\"defaultConfiguration\":{\"level\":"
        + quote(level(rule.severity()))
        + "},\"properties\":{\"precision\":"
        + quote(rule.confidence().text())
        + ",\"tags\":"
        + rule.cwe().stream().map(Sarif::tag).collect(array())
        + "}}";
  }

  /** The tag by which code hosts know a weakness: its number has at least three digits there. */
  private static String tag(Cwe cwe) {
    return quote(String.format(Locale.ROOT, "external/cwe/cwe-%03d", cwe.number()));
  }

  private static String level(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case NOTE -> "note";
    };
  }

  /** Says what could not be judged: a run without results must not look like a clean one. */
  private static String invocation(List<FileVerdict> verdicts) {
    List<String> failures = new ArrayList<>();
    for (int file = 0; file < verdicts.size(); file++) {
      if (verdicts.get(file).judgement()
          instanceof Judgement.Unreadable(String code, String message, int _)) {
        failures.add(
            "{\"level\":\"error\",\"message\":{\"text\":"
                + quote(code + ": " + message)
                + "},\"locations\":[{\"physicalLocation\":{\"artifactLocation\":"
                + location(verdicts.get(file).path(), file)
                + "}}]}");
      }
    }
    return "{\"executionSuccessful\":"
        + failures.isEmpty()
        + ",\"toolExecutionNotifications\":"
        + failures.stream().collect(array())
        + "}";
  }

  private static String artifact(FileVerdict verdict) {
    return "{\"location\":{\"uri\":"
        + quote(uri(verdict.path()))
        + "},\"sourceLanguage\":"
        + quote(verdict.language().text())
        + verdict.sha256().map(hash -> ",\"hashes\":{\"sha-256\":" + quote(hash) + "}").orElse("")
        + "}";
  }

  private static String location(String path, int file) {
    return "{\"uri\":" + quote(uri(path)) + ",\"index\":" + file + "}";
  }

  private String result(Judged judged, FileVerdict verdict, int file) {
    Finding finding = judged.finding();
    int rule = ids.indexOf(finding.rule());
    return "{\"ruleId\":"
        + quote(finding.rule())
        + (rule < 0 ? "" : ",\"ruleIndex\":" + rule)
        + ",\"level\":"
        + quote(level(finding.severity()))
        + ",\"message\":{\"text\":"
        + quote(
            finding.instead().isEmpty()
                ? finding.message()
                : finding.message() + ". Instead: " + finding.instead())
        + "},\"locations\":[{\"physicalLocation\":{\"artifactLocation\":"
        + location(verdict.path(), file)
        + ",\"region\":{\"startLine\":"
        + Math.max(1, finding.line())
        + ",\"startColumn\":"
        + Math.max(1, finding.column())
        + ",\"endLine\":"
        + Math.max(1, finding.endLine())
        + ",\"endColumn\":"
        + Math.max(1, finding.endColumn())
        + "}"
        + context(finding, verdict.lines())
        + "}}],\"partialFingerprints\":{\"gloveboxFinding/v1\":"
        + quote(judged.fingerprint())
        + "}"
        + standing(judged.standing())
        + "}";
  }

  /** The line of the finding, for viewers that do not have the source. */
  private static String context(Finding finding, List<String> lines) {
    int line = finding.line();
    if (line < 1 || line > lines.size() || lines.get(line - 1).length() > LINE_CHARACTERS_MAX) {
      return "";
    }
    return ",\"contextRegion\":{\"startLine\":"
        + line
        + ",\"snippet\":{\"text\":"
        + quote(lines.get(line - 1).stripTrailing())
        + "}}";
  }

  private String standing(Standing standing) {
    String state = compared ? ",\"baselineState\":\"new\"" : "";
    return switch (standing) {
      case Standing.Counts _ -> state;
      case Standing.Known _ -> ",\"baselineState\":\"unchanged\"";
      case Standing.Suppressed(String owner, String reason) ->
          state
              + ",\"suppressions\":[{\"kind\":\"external\",\"status\":\"accepted\""
              + ",\"justification\":"
              + quote(reason + " (" + owner + ")")
              + "}]";
    };
  }

  /** The path as a URI reference: what is no plain letter, digit or mark is percent-encoded. */
  static String uri(String path) {
    StringBuilder uri = new StringBuilder();
    // What stands below the folder that was named: viewers and code hosts know it without the dot.
    int from = path.startsWith("./") ? 2 : 0;
    if (path.startsWith("/")) {
      uri.append("file://");
    }
    for (byte one : path.substring(from).getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (one & 0xFF);
      if (c < 0x80 && (Character.isLetterOrDigit(c) || "/._-~".indexOf(c) >= 0)) {
        uri.append(c);
      } else {
        uri.append('%').append(PERCENT.toHexDigits(one));
      }
    }
    return uri.toString();
  }
}
