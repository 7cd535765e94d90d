package dev.glovebox.analyzer.cli;

import static dev.glovebox.analyzer.cli.JsonText.quote;

import dev.glovebox.analyzer.Finding;
import java.util.List;
import java.util.stream.Collectors;

/** Findings for programs; version 1 of the form. */
final class JsonReport {
  private static final int VERSION = 1;

  private JsonReport() {}

  static String of(List<FileVerdict> verdicts) {
    return "{\"version\":"
        + VERSION
        + ",\"files\":"
        + verdicts.stream().map(JsonReport::file).collect(array())
        + "}";
  }

  private static java.util.stream.Collector<CharSequence, ?, String> array() {
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

  private static String finding(Finding finding) {
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
        + "}";
  }
}
