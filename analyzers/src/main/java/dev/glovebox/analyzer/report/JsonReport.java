package dev.glovebox.analyzer.report;

import static dev.glovebox.analyzer.report.JsonText.quote;

import dev.glovebox.analyzer.Finding;
import java.util.List;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/** Findings for programs; version 1 of the form. */
public final class JsonReport {
  private static final int VERSION = 1;

  private JsonReport() {}

  /** The report, one document without a line break. */
  public static String of(List<FileVerdict> verdicts) {
    return "{\"version\":"
        + VERSION
        + ",\"files\":"
        + verdicts.stream().map(JsonReport::file).collect(array())
        + "}";
  }

  private static Collector<CharSequence, ?, String> array() {
    return Collectors.joining(",", "[", "]");
  }

  private static String file(FileVerdict verdict) {
    return "{\"path\":"
        + quote(verdict.path())
        + ",\"sha256\":"
        + verdict.sha256().map(JsonText::quote).orElse("null")
        + ",\"verdict\":"
        + quote(verdict.verdict())
        + ",\"findings\":"
        + verdict.findings().stream().map(JsonReport::finding).collect(array())
        + "}";
  }

  private static String finding(Judged judged) {
    Finding finding = judged.finding();
    return "{\"rule\":"
        + quote(finding.rule())
        + ",\"severity\":"
        + quote(finding.severity().text())
        + ",\"line\":"
        + finding.line()
        + ",\"column\":"
        + finding.column()
        + ",\"end_line\":"
        + finding.endLine()
        + ",\"end_column\":"
        + finding.endColumn()
        + ",\"message\":"
        + quote(finding.message())
        + ",\"instead\":"
        + quote(finding.instead())
        + accepted(judged.standing())
        + "}";
  }

  // Only where somebody accepted something: the form without is what programs know.
  private static String accepted(Standing standing) {
    return switch (standing) {
      case Standing.Counts _ -> "";
      case Standing.Known _ -> ",\"accepted\":{\"by\":\"baseline\"}";
      case Standing.Suppressed(String owner, String reason) ->
          ",\"accepted\":{\"by\":\"suppression\",\"owner\":"
              + quote(owner)
              + ",\"reason\":"
              + quote(reason)
              + "}";
    };
  }
}
