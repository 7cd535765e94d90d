package dev.glovebox.analyzer.python;

import static dev.glovebox.analyzer.findings.Report.quoted;

import dev.glovebox.analyzer.findings.Report;
import dev.glovebox.analyzer.words.Characters;
import dev.glovebox.analyzer.words.LookAlikes;
import dev.glovebox.analyzer.words.Orders;
import dev.glovebox.analyzer.words.Soup;
import dev.glovebox.analyzer.words.Suppressing;
import dev.glovebox.prepare.python.ParsedSource;
import dev.glovebox.prepare.source.SourceText;
import dev.glovebox.prepare.source.Span;
import java.util.List;

/**
 * What a source says beside its code: comments, the words of its names, the length of its lines.
 */
final class CommentCheck {
  /** Longest line that a reviewer is asked to read, in code points. */
  static final int LINE_CODE_POINTS_MAX = 1_000;

  private static final int NAME_CHARACTERS_MIN = 12;

  private CommentCheck() {}

  static void of(ParsedSource source, Report report) {
    comments(Comments.of(source), report);
    SourceText text = source.text();
    for (int line = 1; line <= text.lineCount(); line++) {
      int end = line < text.lineCount() ? text.lineStart(line + 1) : text.text().length();
      if (end - text.lineStart(line) <= LINE_CODE_POINTS_MAX) {
        continue;
      }
      String content = text.line(line);
      int width = content.codePointCount(0, content.length());
      if (width > LINE_CODE_POINTS_MAX) {
        report.add(
            "PY506", new Span(line, 1, line, width + 1), "a line of " + width + " characters");
      }
    }
  }

  private static void comments(List<Comments.Comment> comments, Report report) {
    StringBuilder block = new StringBuilder();
    int first = 0;
    for (int i = 0; i < comments.size(); i++) {
      Comments.Comment comment = comments.get(i);
      Suppressing.found(comment.text())
          .ifPresent(
              words -> report.add("PY501", comment.span(), quoted(words) + " has no say here"));
      mixed(comment.span(), comment.text(), report);
      if (Characters.hasCode(comment.text())) {
        report.add("PY506", comment.span(), "a comment of one word that nobody can read");
      }
      boolean goesOn =
          i > 0
              && comments.get(i - 1).span().line() == comment.span().line() - 1
              && comments.get(i - 1).span().column() == comment.span().column();
      if (!goesOn) {
        orders(comments, first, block, report);
        block.setLength(0);
        first = i;
      }
      block.append(comment.text()).append('\n');
    }
    orders(comments, first, block, report);
  }

  // Comments on lines that follow each other are read as one text.
  private static void orders(
      List<Comments.Comment> comments, int first, StringBuilder block, Report report) {
    if (!block.isEmpty()) {
      Orders.phrase(block.toString())
          .ifPresent(phrase ->
              report.add(
                  "PY122", comments.get(first).span(), "speaks to its reader: " + quoted(phrase)));
    }
  }

  /** A word of mixed alphabets in a comment or text. */
  static void mixed(Span span, String text, Report report) {
    LookAlikes.mixedWord(text)
        .ifPresent(
            word -> report.add("PY503", span, quoted(word) + " mixes alphabets that look alike"));
  }

  /** What the words of a name say; {@code name} as it is typed, once for each source. */
  static void name(Span span, String name, Report report) {
    if (Soup.is(name)) {
      report.add("PY506", span, quoted(name) + " is a name that nobody can tell apart");
    }
    if (name.length() >= NAME_CHARACTERS_MIN) {
      Orders.phrase(Orders.words(name))
          .ifPresent(words -> report.add("PY122", span, "speaks to its reader: " + quoted(words)));
    }
  }
}
