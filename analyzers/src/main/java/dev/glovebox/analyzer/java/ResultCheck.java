package dev.glovebox.analyzer.java;

import static dev.glovebox.analyzer.findings.Report.quoted;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Results of the host that may be empty, taken without a look. */
final class ResultCheck implements Check {
  private static final Set<String> OPTIONALS =
      Set.of(
          "java/util/Optional",
          "java/util/OptionalDouble",
          "java/util/OptionalInt",
          "java/util/OptionalLong");

  private static final Set<String> TAKING =
      Set.of("get", "getAsDouble", "getAsInt", "getAsLong", "orElseThrow");

  private final Facts facts;
  // Uses of a variable that are no such taking: somebody may have looked.
  private final Set<Variable> looked = new HashSet<>();
  private final Set<String> lookedCalls = new HashSet<>();

  ResultCheck(Facts facts) {
    this.facts = facts;
    for (NameExpr name : facts.tree().all(NameExpr.class)) {
      facts.names().variable(name).filter(_ -> !isTaken(name)).ifPresent(looked::add);
    }
    for (MethodCallExpr call : facts.tree().all(MethodCallExpr.class)) {
      Optional<Expression> scope = call.getScope();
      if (scope.isPresent()
          && scope.get() instanceof MethodCallExpr asked
          && (call.getNameAsString().equals("isPresent")
              || call.getNameAsString().equals("isEmpty"))) {
        lookedCalls.add(key(asked));
      }
    }
  }

  // order.limit() gives the same wherever it stands.
  private static String key(MethodCallExpr call) {
    return call.getArguments().isEmpty() ? call.getNameAsString() : "";
  }

  private static boolean isTaken(NameExpr name) {
    return name.getParentNode().orElse(name) instanceof MethodCallExpr call
        && call.getScope().filter(scope -> Tree.same(scope, name)).isPresent()
        && isTaking(call);
  }

  private static boolean isTaking(MethodCallExpr call) {
    return TAKING.contains(call.getNameAsString()) && call.getArguments().isEmpty();
  }

  @Override
  public Set<Class<? extends Node>> kinds() {
    return Set.of(MethodCallExpr.class);
  }

  @Override
  public void visit(Node node) {
    if (!(node instanceof MethodCallExpr call) || call.getScope().isEmpty() || !isTaking(call)) {
      return;
    }
    Expression result = bare(call.getScope().get());
    if (!OPTIONALS.contains(facts.types().of(result).name())) {
      return;
    }
    Optional<Variable> variable = facts.names().variable(result);
    Expression source =
        variable.filter(Variable::isSetOnce).flatMap(Variable::initial).orElse(result);
    if (bare(source) instanceof MethodCallExpr asked
        && isOfHost(asked)
        && !lookedCalls.contains(key(asked))
        && variable.filter(looked::contains).isEmpty()) {
      facts.add(
          "JV911", call, quoted(asked.getNameAsString()) + " may give nothing, and nobody looks");
    }
  }

  private static Expression bare(Expression expression) {
    Expression here = expression;
    while (here instanceof EnclosedExpr enclosed) {
      here = enclosed.getInner();
    }
    return here;
  }

  private boolean isOfHost(MethodCallExpr asked) {
    return asked
        .getScope()
        .map(facts.types()::of)
        .filter(type -> type.dimensions() == 0 && type.name().startsWith(Hooks.API))
        .isPresent();
  }
}
