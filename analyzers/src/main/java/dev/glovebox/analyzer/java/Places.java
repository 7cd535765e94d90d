package dev.glovebox.analyzer.java;

import com.github.javaparser.Range;
import com.github.javaparser.ast.Node;
import dev.glovebox.prepare.source.Span;

/** Where nodes stand. */
final class Places {
  private static final Span START = new Span(1, 1, 1, 2);

  private Places() {}

  /** The node's place; the source's first character for what stands nowhere. */
  static Span of(Node node) {
    return node.getRange().map(Places::span).orElse(START);
  }

  private static Span span(Range range) {
    return new Span(range.begin.line, range.begin.column, range.end.line, range.end.column + 1);
  }
}
