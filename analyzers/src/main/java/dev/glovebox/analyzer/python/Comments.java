package dev.glovebox.analyzer.python;

import dev.glovebox.prepare.python.ParsedSource;
import dev.glovebox.prepare.python.PythonToken;
import dev.glovebox.prepare.source.SourceText;
import dev.glovebox.prepare.source.Span;
import java.util.ArrayList;
import java.util.List;

/** The comments of a source: what stands between its tokens after a {@code #}. */
final class Comments {
  /**
   * One comment.
   *
   * @param text without the sign that opens it
   */
  record Comment(Span span, String text) {}

  private Comments() {}

  static List<Comment> of(ParsedSource source) {
    SourceText text = source.text();
    List<Comment> comments = new ArrayList<>();
    int line = 1;
    int column = 1;
    for (PythonToken token : source.tokens()) {
      Span span = token.span();
      // A comment takes the rest of its line, so none stands before a token on the same line.
      if (span.line() > line) {
        between(text, line, column, span.line() - 1, Integer.MAX_VALUE, comments);
      }
      line = span.endLine();
      column = span.endColumn();
    }
    int last = text.lineCount();
    between(text, line, column, last, Integer.MAX_VALUE, comments);
    return comments;
  }

  private static int width(String line) {
    return line.codePointCount(0, line.length());
  }

  private static void between(
      SourceText text, int line, int column, int endLine, int endColumn, List<Comment> comments) {
    for (int at = line; at <= Math.min(endLine, text.lineCount()); at++) {
      String content = text.line(at);
      if (content.indexOf('#') < 0) {
        continue;
      }
      int width = width(content);
      int from = at == line ? Math.min(column - 1, width) : 0;
      int to = at == endLine ? Math.min(endColumn - 1, width) : width;
      if (from >= to) {
        continue;
      }
      String gap =
          content.substring(content.offsetByCodePoints(0, from), content.offsetByCodePoints(0, to));
      int sign = gap.indexOf('#');
      if (sign >= 0) {
        int start = from + gap.codePointCount(0, sign) + 1;
        comments.add(new Comment(new Span(at, start, at, to + 1), gap.substring(sign + 1).strip()));
      }
    }
  }
}
