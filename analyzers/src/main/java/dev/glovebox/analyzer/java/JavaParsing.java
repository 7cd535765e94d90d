package dev.glovebox.analyzer.java;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.Position;
import com.github.javaparser.Problem;
import com.github.javaparser.TokenRange;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.comments.Comment;
import com.github.javaparser.ast.comments.CommentsCollection;
import dev.glovebox.prepare.source.Refusal;
import dev.glovebox.prepare.source.RefusalCode;
import dev.glovebox.prepare.source.SourceRefusedException;
import java.util.List;
import java.util.Optional;

/** Parses what has passed the caps of preparation, on a stack that is large enough for them. */
final class JavaParsing {
  private static final int MESSAGE_CHARS_MAX = 200;

  private JavaParsing() {}

  /** A source as a tree. */
  record Parsed(String text, CompilationUnit unit, List<Comment> comments) {}

  /**
   * Parses {@code text}.
   *
   * @throws SourceRefusedException with code JV000 if it is not Java 25
   */
  static Parsed parse(String text) {
    ParserConfiguration settings =
        new ParserConfiguration()
            .setLanguageLevel(ParserConfiguration.LanguageLevel.JAVA_25)
            .setAttributeComments(false)
            .setLexicalPreservationEnabled(false);
    ParseResult<CompilationUnit> result = new JavaParser(settings).parse(text);
    Optional<CompilationUnit> unit = result.getResult();
    if (!result.isSuccessful() || unit.isEmpty()) {
      throw new SourceRefusedException(refusal(result.getProblems()));
    }
    List<Comment> comments =
        result
            .getCommentsCollection()
            .map(CommentsCollection::getComments)
            .map(List::copyOf)
            .orElse(List.of());
    return new Parsed(text, unit.get(), comments);
  }

  // The first by place, whatever order they were found in.
  private static Refusal refusal(List<Problem> problems) {
    Refusal first = Refusal.of(RefusalCode.JV000, "the text is not Java");
    for (Problem problem : problems) {
      Optional<Position> at =
          problem.getLocation().flatMap(TokenRange::toRange).map(range -> range.begin);
      int line = at.map(place -> place.line).orElse(1);
      int column = at.map(place -> place.column).orElse(1);
      boolean before =
          first.line() == 0
              || line < first.line()
              || (line == first.line() && column < first.column());
      if (before) {
        first = new Refusal(RefusalCode.JV000, plain(problem.getMessage()), line, column);
      }
    }
    return first;
  }

  private static String plain(String message) {
    String line = message.lines().findFirst().orElse("the text is not Java").strip();
    return line.length() <= MESSAGE_CHARS_MAX ? line : line.substring(0, MESSAGE_CHARS_MAX);
  }
}
