package dev.glovebox.analyzer.java;

import static dev.glovebox.analyzer.findings.Report.quoted;

import com.github.javaparser.ast.comments.Comment;
import com.github.javaparser.ast.comments.LineComment;
import dev.glovebox.analyzer.words.Characters;
import dev.glovebox.analyzer.words.Orders;
import dev.glovebox.analyzer.words.Suppressing;
import dev.glovebox.prepare.source.Span;
import java.util.List;

/** What a source says beside its code: comments, and the length of its lines. */
final class CommentCheck {
  /** Longest line that a reviewer is asked to read, in characters. */
  static final int LINE_CHARACTERS_MAX = 1_000;

  private CommentCheck() {}

  static void judge(Facts facts) {
    comments(facts.tree().comments(), facts);
    int line = 1;
    for (String content : facts.tree().text().split("\n", -1)) {
      int width = content.length();
      if (width > LINE_CHARACTERS_MAX) {
        facts
            .report()
            .add("JV506", new Span(line, 1, line, width + 1), "a line of " + width + " characters");
      }
      line++;
    }
  }

  private static void comments(List<Comment> comments, Facts facts) {
    StringBuilder block = new StringBuilder();
    int first = 0;
    for (int i = 0; i < comments.size(); i++) {
      Comment comment = comments.get(i);
      String text = plain(comment);
      Suppressing.found(text)
          .ifPresent(words -> facts.add("JV501", comment, quoted(words) + " has no say here"));
      if (Characters.hasCode(text)) {
        facts.add("JV506", comment, "a comment of one word that nobody can read");
      }
      boolean goesOn = i > 0 && follows(comments.get(i - 1), comment);
      if (!goesOn) {
        orders(comments, first, block, facts);
        block.setLength(0);
        first = i;
      }
      block.append(text).append('\n');
    }
    orders(comments, first, block, facts);
  }

  // The stars before the lines of a comment are no words.
  private static String plain(Comment comment) {
    String text = comment.getContent();
    return comment instanceof LineComment ? text : text.replaceAll("(?m)^[ \t]*\\*", " ");
  }

  private static boolean follows(Comment before, Comment comment) {
    Span one = Places.of(before);
    Span next = Places.of(comment);
    return before instanceof LineComment
        && comment instanceof LineComment
        && one.line() == next.line() - 1
        && one.column() == next.column();
  }

  // Comments on lines that follow each other are read as one text.
  private static void orders(List<Comment> comments, int first, StringBuilder block, Facts facts) {
    if (!block.isEmpty()) {
      Orders.phrase(block.toString())
          .ifPresent(phrase ->
              facts.add("JV122", comments.get(first), "speaks to its reader: " + quoted(phrase)));
    }
  }
}
