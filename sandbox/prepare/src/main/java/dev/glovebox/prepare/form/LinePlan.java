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
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Decides where line feeds go, by the parser's positions alone. */
final class LinePlan {
  private static final Map<String, List<String>> SUITES =
      Map.ofEntries(
          Map.entry("FunctionDef", List.of("body")),
          Map.entry("AsyncFunctionDef", List.of("body")),
          Map.entry("ClassDef", List.of("body")),
          Map.entry("For", List.of("body", "orElse")),
          Map.entry("AsyncFor", List.of("body", "orElse")),
          Map.entry("While", List.of("body", "orElse")),
          Map.entry("If", List.of("body", "orElse")),
          Map.entry("With", List.of("body")),
          Map.entry("AsyncWith", List.of("body")),
          Map.entry("MatchCase", List.of("body")),
          Map.entry("Try", List.of("body", "orElse", "finalBody")),
          Map.entry("TryStar", List.of("body", "orElse", "finalBody")),
          Map.entry("ExceptHandler", List.of("body")));

  /** What is written before a statement of a one-line suite, after the header's indentation. */
  private static final String DEEPER = " ";

  private record Place(int line, int column) {}

  private final SourceText text;
  private final SyntaxNode module;
  private final Map<Place, PythonToken> tokenAt = new HashMap<>();
  private final List<String> indentations = new ArrayList<>();
  private final TreeMap<Integer, Insertion> planned = new TreeMap<>();

  LinePlan(ParsedSource source) {
    this.text = source.text();
    this.module = source.module();
    for (PythonToken token : source.tokens()) {
      tokenAt.put(new Place(token.span().line(), token.span().column()), token);
      if (token.first()) {
        indentations.add(before(token.span()));
      }
    }
  }

  /** The insertions by ascending offset. */
  List<Insertion> insertions() {
    Deque<SyntaxNode> open = new ArrayDeque<>();
    open.push(module);
    while (!open.isEmpty()) {
      SyntaxNode node = open.pop();
      if (node.is("Comprehension")) {
        splitClause(node);
      }
      if (node.is("Module")) {
        splitStatements(node.nodes("body"), "");
      }
      for (String suite : SUITES.getOrDefault(node.kind(), List.of())) {
        splitStatements(node.nodes(suite), DEEPER);
      }
      node.children().forEach(open::push);
    }
    return List.copyOf(planned.values());
  }

  private void splitClause(SyntaxNode clause) {
    Span span = clause.span();
    if (!before(span).isBlank()) {
      plan(span, "");
    }
  }

  /**
   * Splits the statements of one suite.
   *
   * @param deeper what the suite's lines have before them if it shares its header's logical line
   */
  private void splitStatements(List<SyntaxNode> statements, String deeper) {
    if (statements.isEmpty()) {
      return;
    }
    PythonToken start = token(statements.getFirst());
    boolean oneLine = !start.first();
    String indentation = indentations.get(start.logicalLine()) + (oneLine ? deeper : "");
    if (oneLine && before(start.span()).isBlank()) {
      throw new SourceRefusedException(
          new Refusal(
              RefusalCode.FORM_CONTINUATION,
              "a backslash stands between a header and its one-line block; indent the block",
              start.span().line(),
              start.span().column()));
    }
    for (SyntaxNode statement : statements) {
      PythonToken token = token(statement);
      if (!token.first()) {
        plan(token.span(), indentation);
      } else {
        indentation = indentations.get(token.logicalLine());
      }
    }
  }

  private PythonToken token(SyntaxNode statement) {
    Span span = statement.span();
    PythonToken token = tokenAt.get(new Place(span.line(), span.column()));
    if (token == null) {
      throw new IllegalStateException("no token stands where a statement starts");
    }
    return token;
  }

  private void plan(Span span, String indentation) {
    int offset = text.offset(span.line(), span.column());
    planned.put(offset, new Insertion(offset, span.line(), indentation));
  }

  private String before(Span span) {
    return text.text()
        .substring(text.lineStart(span.line()), text.offset(span.line(), span.column()));
  }
}
