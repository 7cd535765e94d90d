package dev.glovebox.analyzer.java;

import static dev.glovebox.analyzer.findings.Report.quoted;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Orders that are not traded yet, and options that are lost or contradict each other. */
record OrderCheck(Facts facts) implements Check {
  private static final Set<String> TRADED = Set.of("market", OrderCalls.UNKNOWN);
  private static final Set<String> TRAILS = Set.of("trail", "trailPercent");
  private static final Set<String> LEVELS = Set.of("limit", "stop");

  @Override
  public Set<Class<? extends Node>> kinds() {
    return Set.of(MethodCallExpr.class);
  }

  @Override
  public void visit(Node node) {
    if (!(node instanceof MethodCallExpr call) || call.getScope().isEmpty()) {
      return;
    }
    JavaType receiver = facts.types().of(call.getScope().get());
    if (receiver.is(Hooks.CONTEXT)) {
      placed(call);
    } else if (receiver.is(Hooks.OPTIONS)) {
      options(call);
    }
  }

  private void placed(MethodCallExpr call) {
    new OrderCalls(facts)
        .order(call)
        .filter(order -> order.type().isEmpty() || !TRADED.contains(order.type()))
        .ifPresent(order ->
            facts.add(
                "JV910",
                call.getName(),
                "a "
                    + (order.type().isEmpty() ? order.call() : order.type().replace('_', ' '))
                    + " order is denied (ORDER_TYPE_UNSUPPORTED)"));
  }

  private void options(MethodCallExpr call) {
    String name = call.getNameAsString();
    if (call.getParentNode().filter(ExpressionStmt.class::isInstance).isPresent()
        && facts.types().of(call).is(Hooks.OPTIONS)) {
      facts.add(
          "JV906",
          call,
          "what " + quoted(name) + " gives is dropped",
          "Options do not change: write options = options." + name + "(...).");
    }
    boolean trail = TRAILS.contains(name);
    if (!trail && !LEVELS.contains(name)) {
      return;
    }
    Set<String> before =
        new TreeSet<>(
            Optional.of(call.getScope().orElseThrow())
                .flatMap(scope -> new OrderCalls(facts).settings(scope))
                .orElse(Set.of()));
    before.remove(name);
    before.retainAll(trail ? Set.of("limit", "stop", "trail", "trailPercent") : TRAILS);
    if (!before.isEmpty()) {
      facts.add(
          "JV906",
          call.getName(),
          quoted(name) + " contradicts " + quoted(before.iterator().next()),
          "Keep one of them: an order has one way to its price.");
    }
  }
}
