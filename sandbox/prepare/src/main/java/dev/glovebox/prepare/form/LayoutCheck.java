package dev.glovebox.prepare.form;

import dev.glovebox.prepare.python.ParsedSource;
import dev.glovebox.prepare.python.PythonToken;
import dev.glovebox.prepare.python.SyntaxNode;
import dev.glovebox.prepare.source.Refusal;
import dev.glovebox.prepare.source.RefusalCode;
import dev.glovebox.prepare.source.SourceRefusedException;
import dev.glovebox.prepare.source.SourceText;
import dev.glovebox.prepare.source.Span;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The post-condition of the form, checked on the form's own tree and tokens: every statement is the
 * first token of its logical line and first on its physical line, and every comprehension clause is
 * first on its physical line.
 *
 * <p>Shares no code with the planning of insertions.
 */
final class LayoutCheck {
  private final SourceText text;
  private final PreparedForm form;
  private final Set<List<Integer>> lineOpeners = new HashSet<>();

  private LayoutCheck(ParsedSource parsed, PreparedForm form) {
    this.text = parsed.text();
    this.form = form;
    for (PythonToken token : parsed.tokens()) {
      if (token.first()) {
        lineOpeners.add(List.of(token.span().line(), token.span().column()));
      }
    }
  }

  static void check(ParsedSource parsed, PreparedForm form) {
    LayoutCheck check = new LayoutCheck(parsed, form);
    if (form.lineMap().size() != parsed.text().lineCount()) {
      throw new IllegalStateException("the line map does not fit the form");
    }
    Deque<SyntaxNode> open = new ArrayDeque<>();
    open.push(parsed.module());
    while (!open.isEmpty()) {
      SyntaxNode node = open.pop();
      check.node(node);
      node.children().forEach(open::push);
    }
  }

  private void node(SyntaxNode node) {
    Span span = node.span();
    boolean good =
        switch (node.family()) {
          case STATEMENT ->
              firstOnLine(span) && lineOpeners.contains(List.of(span.line(), span.column()));
          case PART -> !node.is("Comprehension") || (firstOnLine(span) && opensClause(span));
          case MODULE, EXPRESSION, PATTERN -> true;
        };
    if (!good) {
      throw new SourceRefusedException(
          new Refusal(
              RefusalCode.FORM_NOT_PROVEN,
              "this cannot be put first on a line of its own; write it on several lines",
              form.lineMap().get(span.line() - 1),
              0));
    }
  }

  private boolean firstOnLine(Span span) {
    return text.text()
        .substring(text.lineStart(span.line()), text.offset(span.line(), span.column()))
        .isBlank();
  }

  // A wrong position would make the check empty, so the words are read as well.
  private boolean opensClause(Span span) {
    String rest = text.line(span.line()).stripLeading();
    return rest.startsWith("for") || rest.startsWith("async");
  }
}
