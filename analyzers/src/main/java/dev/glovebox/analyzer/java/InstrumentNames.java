package dev.glovebox.analyzer.java;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.SwitchStmt;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Instruments that a source names by constants, where an instrument is expected. */
final class InstrumentNames {
  private static final String INSTRUMENT = "instrument";

  // Calls that take an instrument, and at which place.
  private static final Map<String, Map<String, Integer>> PLACES =
      Map.of(
          Hooks.CONTEXT,
              Map.of(
                  "positionOf", 0,
                  "bar", 0,
                  "working", 0,
                  "maxQuantity", 0,
                  "close", 0,
                  "history", 1,
                  "closes", 1,
                  "sizeFor", 1,
                  "roundPrice", 2),
          Hooks.OPTIONS, Map.of(INSTRUMENT, 0),
          Hooks.BARS, Map.of("get", 0, "contains", 0));

  private static final Set<String> COMPARING =
      Set.of("equals", "equalsIgnoreCase", "contains", "startsWith");

  private final Facts facts;
  private final Set<String> found = new TreeSet<>();
  // A long list may be asked about often; once is enough.
  private final Set<Variable> seen = new HashSet<>();

  InstrumentNames(Facts facts) {
    this.facts = facts;
  }

  Set<String> found() {
    return Set.copyOf(found);
  }

  /** Looks at a call. */
  void visit(MethodCallExpr call) {
    List<Expression> arguments = call.getArguments();
    if (call.getScope().isEmpty()) {
      return;
    }
    Expression scope = call.getScope().get();
    String name = call.getNameAsString();
    Integer place = PLACES.getOrDefault(facts.types().of(scope).name(), Map.of()).get(name);
    if (place != null && place < arguments.size()) {
      add(arguments.get(place));
    }
    boolean asked = asks(scope) || arguments.stream().anyMatch(InstrumentNames::asks);
    if (asked && COMPARING.contains(name)) {
      add(scope);
      arguments.forEach(this::add);
    }
  }

  /** Looks at a branch of a switch. */
  void visit(SwitchEntry entry) {
    Optional<Node> around = entry.getParentNode();
    Optional<Expression> selector =
        around.flatMap(node ->
            switch (node) {
              case SwitchStmt statement -> Optional.of(statement.getSelector());
              case SwitchExpr expression -> Optional.of(expression.getSelector());
              default -> Optional.empty();
            });
    if (selector.filter(InstrumentNames::asks).isPresent()) {
      entry.getLabels().forEach(this::add);
    }
  }

  private static boolean asks(Expression expression) {
    return expression instanceof MethodCallExpr call
        && call.getNameAsString().equals(INSTRUMENT)
        && call.getArguments().isEmpty();
  }

  private void add(Expression expression) {
    if (facts.types().of(expression).isText()) {
      facts.constants().text(expression).filter(text -> !text.isEmpty()).ifPresent(found::add);
      return;
    }
    Expression meant = expression;
    if (expression instanceof NameExpr name) {
      Optional<Variable> variable =
          facts.names().variable(name).filter(Variable::isSetOnce).filter(seen::add);
      if (variable.isEmpty()) {
        return;
      }
      meant = variable.get().initial().orElseThrow();
    }
    if (meant instanceof MethodCallExpr call
        && Set.of("of", "asList").contains(call.getNameAsString())) {
      call.getArguments().stream()
          .map(facts.constants()::text)
          .flatMap(Optional::stream)
          .filter(text -> !text.isEmpty())
          .forEach(found::add);
    }
  }
}
