package dev.glovebox.prepare.python;

import dev.glovebox.prepare.source.Refusal;
import dev.glovebox.prepare.source.SourceText;
import dev.glovebox.prepare.source.Span;
import java.util.List;

/**
 * Puts a syntax error where people look for it.
 *
 * <p>The parser names the last token that it read, which for a missing colon is the one after the
 * line end, and for indentation the one before it.
 */
final class ErrorPlace {
  private ErrorPlace() {}

  static Refusal corrected(Refusal error, SourceText text, List<PythonToken> tokens) {
    if (error.line() < 1 || error.line() > text.lineCount()) {
      return error;
    }
    String line = text.line(error.line());
    int indentation = line.length() - line.stripLeading().length();
    boolean missing =
        error.column() == 0
            || (error.message().startsWith("expected ':'") && error.column() <= indentation + 1);
    if (missing) {
      return afterTokenBefore(error, tokens);
    }
    return error.message().equals("unexpected indent") && indentation == 0
        ? atLineAfter(error, tokens)
        : error;
  }

  private static Refusal afterTokenBefore(Refusal error, List<PythonToken> tokens) {
    Refusal place = error;
    for (PythonToken token : tokens) {
      Span span = token.span();
      boolean before =
          error.column() == 0
              ? span.endLine() == error.line()
              : span.endLine() < error.line()
                  || (span.endLine() == error.line() && span.endColumn() <= error.column());
      if (before) {
        place = new Refusal(error.code(), error.message(), span.endLine(), span.endColumn());
      }
    }
    return place;
  }

  private static Refusal atLineAfter(Refusal error, List<PythonToken> tokens) {
    for (PythonToken token : tokens) {
      if (token.first() && token.span().line() > error.line()) {
        return new Refusal(
            error.code(), error.message(), token.span().line(), token.span().column());
      }
    }
    return error;
  }
}
