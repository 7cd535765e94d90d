package dev.glovebox.host.app.review;

import dev.glovebox.host.candidate.Candidate;
import dev.glovebox.host.model.UntrustedText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A source for a terminal, numbered, each finding with a mark below its line. */
final class AnnotatedSource {
  /** Further right nothing is marked, and no mark is longer, in code points. */
  static final int MARK_COLUMNS_MAX = 160;

  private AnnotatedSource() {}

  static List<String> lines(byte[] source, List<Candidate.Finding> findings) {
    List<String> text = text(source);
    Map<Integer, List<Candidate.Finding>> byLine =
        findings.stream()
            .collect(Collectors.groupingBy(finding -> Math.clamp(finding.line(), 1, lastOf(text))));
    int width = Integer.toString(text.size()).length();
    String margin = " ".repeat(width);
    List<String> lines = new ArrayList<>();
    for (int number = 1; number <= lastOf(text); number++) {
      String line = number <= text.size() ? text.get(number - 1) : "";
      lines.add(
          String.format(Locale.ROOT, "%" + width + "d | ", number)
              + new UntrustedText(line).forTerminal());
      for (Candidate.Finding finding : byLine.getOrDefault(number, List.of())) {
        if (finding.line() == number) {
          mark(line, finding).forEach(mark -> lines.add(margin + " | " + mark));
        }
        lines.add(margin + " ^ " + line(finding));
      }
    }
    return lines;
  }

  static List<String> text(byte[] source) {
    return new String(source, StandardCharsets.UTF_8).lines().toList();
  }

  private static int lastOf(List<String> text) {
    return Math.max(1, text.size());
  }

  // Counts what is shown, not what is written: an escape is longer than its character.
  private static List<String> mark(String line, Candidate.Finding finding) {
    int length = line.codePointCount(0, line.length());
    int from = finding.column() - 1;
    if (from < 0 || from > Math.min(length, MARK_COLUMNS_MAX)) {
      return List.of();
    }
    int to = finding.endLine() == finding.line() ? finding.endColumn() - 1 : length;
    int end = Math.clamp(to, from, Math.min(length, from + MARK_COLUMNS_MAX));
    return List.of(
        " ".repeat(shown(line, 0, from)) + "^".repeat(Math.max(1, shown(line, from, end))));
  }

  private static int shown(String line, int from, int to) {
    int start = line.offsetByCodePoints(0, from);
    return new UntrustedText(line.substring(start, line.offsetByCodePoints(start, to - from)))
        .forTerminal()
        .length();
  }

  private static String line(Candidate.Finding finding) {
    String instead = finding.instead().forTerminal();
    return finding.severity().name().toLowerCase(Locale.ROOT)
        + " "
        + new UntrustedText(finding.rule()).forTerminal()
        + " in column "
        + finding.column()
        + ": "
        + finding.message().forTerminal()
        + (instead.isEmpty() ? "" : " (instead: " + instead + ")");
  }
}
