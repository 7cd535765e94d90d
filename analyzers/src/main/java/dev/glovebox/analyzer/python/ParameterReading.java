package dev.glovebox.analyzer.python;

import dev.glovebox.analyzer.ManifestDraft;
import dev.glovebox.analyzer.StrategyManifest;
import dev.glovebox.analyzer.StrategyManifest.Parameter;
import dev.glovebox.analyzer.python.WrittenValues.Written;
import dev.glovebox.prepare.python.SyntaxNode;
import dev.glovebox.prepare.source.SourceText;
import dev.glovebox.prepare.source.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The parameters of a strategy: keyword defaults of {@code __init__}, through {@code **keywords} up
 * to the classes above, or the fields of a dataclass, as a worker finds them.
 */
record ParameterReading(SourceText text, Names names, WrittenValues values, ManifestDraft draft) {
  /** Parameters of the first class of {@code line}. */
  List<Parameter> of(List<SyntaxNode> line) {
    Map<String, Optional<SyntaxNode>> found = new LinkedHashMap<>();
    for (SyntaxNode definition : line) {
      Optional<SyntaxNode> maker =
          StrategyClasses.statements(definition).stream()
              .filter(node -> node.is("FunctionDef") && node.text("name").equals("__init__"))
              .reduce((_, last) -> last);
      if (maker.isPresent()) {
        SyntaxNode arguments = maker.get().node("args").orElseThrow();
        ofFunction(arguments).forEach(found::putIfAbsent);
        if (arguments.node("kwArg").isEmpty()) {
          break;
        }
      } else if (isDataclass(definition)) {
        fields(definition).forEach(found::putIfAbsent);
        break;
      }
    }
    Set<String> shown = new HashSet<>();
    return draft.first(found.entrySet(), StrategyManifest.PARAMETERS_MAX).stream()
        .map(entry -> parameter(entry.getKey(), entry.getValue()))
        .filter(parameter -> shown.add(parameter.name())) // names that are one when cut
        .toList();
  }

  private Map<String, Optional<SyntaxNode>> ofFunction(SyntaxNode arguments) {
    List<SyntaxNode> positional = new ArrayList<>(arguments.nodes("posOnlyArgs"));
    positional.addAll(arguments.nodes("args"));
    Map<String, Optional<SyntaxNode>> found = new LinkedHashMap<>();
    List<SyntaxNode> defaults = arguments.nodes("defaults");
    int without = positional.size() - defaults.size();
    // The first is the strategy itself.
    for (int i = 1; i < positional.size(); i++) {
      found.put(
          name(positional.get(i)),
          i < without ? Optional.empty() : Optional.of(defaults.get(i - without)));
    }
    List<SyntaxNode> only = arguments.nodes("kwOnlyArgs");
    List<SyntaxNode> onlyDefaults = arguments.nodes("kwDefaults");
    int next = 0;
    for (int i = 0; i < only.size(); i++) {
      // Those without a default leave no gap in the list: a default stands before the next name.
      boolean has =
          next < onlyDefaults.size()
              && (i + 1 == only.size()
                  || before(onlyDefaults.get(next).span(), only.get(i + 1).span()));
      found.put(name(only.get(i)), has ? Optional.of(onlyDefaults.get(next)) : Optional.empty());
      next += has ? 1 : 0;
    }
    return found;
  }

  private static boolean before(Span one, Span other) {
    return one.line() < other.line()
        || (one.line() == other.line() && one.column() < other.column());
  }

  private static String name(SyntaxNode argument) {
    return Names.plain(argument.text("arg"));
  }

  private boolean isDataclass(SyntaxNode definition) {
    return definition.nodes("decoratorList").stream()
        .map(node -> node.is("Call") ? node.node("func").orElseThrow() : node)
        .anyMatch(node -> names.path(node).equals(Optional.of("dataclasses.dataclass")));
  }

  private Map<String, Optional<SyntaxNode>> fields(SyntaxNode definition) {
    Map<String, Optional<SyntaxNode>> found = new LinkedHashMap<>();
    for (SyntaxNode statement : StrategyClasses.statements(definition)) {
      if (statement.is("AnnAssign")) {
        statement
            .node("target")
            .filter(target -> target.is("Name"))
            .filter(_ -> statement.node("annotation").filter(this::isClassVariable).isEmpty())
            .ifPresent(target ->
                found.put(
                    Names.plain(target.text("id")), statement.node("value").map(this::given)));
      }
    }
    return found;
  }

  private boolean isClassVariable(SyntaxNode annotation) {
    SyntaxNode named =
        annotation.is("Subscript") ? annotation.node("value").orElseThrow() : annotation;
    return names.path(named).equals(Optional.of("typing.ClassVar"));
  }

  private SyntaxNode given(SyntaxNode value) {
    boolean field =
        value.is("Call")
            && value.node("func").flatMap(names::path).equals(Optional.of("dataclasses.field"));
    return field
        ? value.nodes("keywords").stream()
            .filter(keyword -> keyword.text("arg").equals("default"))
            .findFirst()
            .flatMap(keyword -> keyword.node("value"))
            .orElse(value)
        : value;
  }

  private Parameter parameter(String name, Optional<SyntaxNode> value) {
    if (value.isEmpty()) {
      return new Parameter(draft.name(name), "required", "");
    }
    Optional<Written> constant = values.of(value.get());
    return new Parameter(
        draft.name(name),
        constant.map(Written::type).orElse("other"),
        draft.text(constant.map(Written::text).orElseGet(() -> written(value.get()))));
  }

  /** The value of {@code expression} if it is written, else the expression. */
  String shown(SyntaxNode expression) {
    return values.of(expression).map(Written::text).orElseGet(() -> written(expression));
  }

  /** An expression on one line, as it is written. */
  private String written(SyntaxNode expression) {
    Span span = expression.span();
    int start;
    int end;
    try {
      start = text.offset(span.line(), span.column());
      end = text.offset(span.endLine(), span.endColumn());
    } catch (IndexOutOfBoundsException e) {
      return expression.kind(); // the parser's place for parts of formatted text may be none
    }
    String whole = text.text().substring(start, Math.clamp(end, start, text.text().length()));
    return ManifestDraft.oneLine(whole);
  }
}
