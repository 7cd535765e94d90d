package dev.glovebox.analyzer.report;

import dev.glovebox.analyzer.Finding;
import dev.glovebox.analyzer.rules.Severity;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.Predicate;

/** Findings for people, with the line and a mark below it. */
public final class TextReport {
  /** Code points of a line shown before the finding, and from it on. */
  private static final int BEFORE_MAX = 60;

  private static final int FROM_MAX = 80;

  private static final String MARK = "\u001B[32m";
  private static final String PLAIN = "\u001B[0m";

  private final PrintWriter out;
  private final boolean colored;

  /**
   * Prints to {@code out}.
   *
   * @param colored whether severities and marks are coloured, by ANSI escapes of ours alone
   */
  public TextReport(PrintWriter out, boolean colored) {
    this.out = out;
    this.colored = colored;
  }

  /** Prints each verdict and the sums. */
  public void print(List<FileVerdict> verdicts) {
    verdicts.forEach(this::print);
    long flagged = count(verdicts, "FLAGGED");
    long unreadable = count(verdicts, "UNREADABLE");
    out.printf(
        "%d analysed: %d clean, %d flagged, %d unreadable%n",
        verdicts.size(), verdicts.size() - flagged - unreadable, flagged, unreadable);
    long known = standing(verdicts, Standing.Known.class::isInstance);
    long suppressed = standing(verdicts, Standing.Suppressed.class::isInstance);
    if (known + suppressed > 0) {
      out.printf("not counted: %d known by the baseline, %d suppressed%n", known, suppressed);
    }
    out.flush();
  }

  private static long count(List<FileVerdict> verdicts, String word) {
    return verdicts.stream().filter(verdict -> verdict.verdict().equals(word)).count();
  }

  private static long standing(List<FileVerdict> verdicts, Predicate<Standing> kind) {
    return verdicts.stream()
        .flatMap(verdict -> verdict.findings().stream())
        .map(Judged::standing)
        .filter(kind)
        .count();
  }

  private void print(FileVerdict verdict) {
    String path = TerminalText.encode(verdict.path());
    switch (verdict.judgement()) {
      case Judgement.Analysed _ ->
          verdict.findings().stream()
              .filter(judged -> judged.standing() instanceof Standing.Counts)
              .forEach(judged -> print(path, judged.finding(), verdict.lines()));
      case Judgement.Unreadable(String code, String message, int line) ->
          out.printf(
              "%s%s: %s: %s%n",
              path, line > 0 ? ":" + line : "", code, TerminalText.encode(message));
    }
    out.printf("%s: %s%n", path, verdict.verdict());
  }

  private void print(String path, Finding finding, List<String> lines) {
    out.printf(
        "%s:%d:%d: %s %s: %s%n",
        path,
        finding.line(),
        finding.column(),
        colored(color(finding.severity()), finding.severity().text()),
        finding.rule(),
        TerminalText.encode(finding.message()));
    if (finding.line() >= 1 && finding.line() <= lines.size()) {
      quote(finding, lines.get(finding.line() - 1));
    }
    if (!finding.instead().isEmpty()) {
      out.printf("    instead: %s%n", TerminalText.encode(finding.instead()));
    }
  }

  private void quote(Finding finding, String submitted) {
    String line =
        submitted.endsWith("\r") ? submitted.substring(0, submitted.length() - 1) : submitted;
    int length = line.codePointCount(0, line.length());
    int column = Math.clamp(finding.column() - 1L, 0, length);
    int end =
        finding.endLine() == finding.line()
            ? Math.clamp(finding.endColumn() - 1L, column, length)
            : length;
    String before = part(line, Math.max(0, column - BEFORE_MAX), column);
    String from = part(line, column, Math.min(length, column + FROM_MAX));
    String marked = part(line, column, Math.min(end, column + FROM_MAX));
    out.printf("    %s%s%n", before, from);
    out.printf(
        "    %s%s%n",
        " ".repeat(before.length()), colored(MARK, "^".repeat(Math.max(1, marked.length()))));
  }

  private String colored(String color, String ours) {
    return colored ? color + ours + PLAIN : ours;
  }

  private static String color(Severity severity) {
    return switch (severity) {
      case ERROR -> "\u001B[1;31m";
      case WARNING -> "\u001B[1;33m";
      case NOTE -> "\u001B[36m";
    };
  }

  private static String part(String line, int from, int to) {
    int start = line.offsetByCodePoints(0, from);
    return TerminalText.encode(line.substring(start, line.offsetByCodePoints(start, to - from)));
  }
}
