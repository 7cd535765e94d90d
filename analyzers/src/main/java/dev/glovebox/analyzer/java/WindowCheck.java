package dev.glovebox.analyzer.java;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.ForStmt;
import dev.glovebox.analyzer.flow.Sense;
import dev.glovebox.analyzer.flow.Trait;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Windows around an entry, from {@code i - k} to {@code i + k}: half of them is its future. */
record WindowCheck(Facts facts, Flow flow) implements Check {
  private static final Set<String> CUTTING = Set.of("subList", "copyOfRange", "substring", "range");
  private static final int ENTRIES_MAX = 32;
  private static final Set<String> BOUNDING = Set.of("min", "max");

  @Override
  public Set<Class<? extends Node>> kinds() {
    return Set.of(ForStmt.class, MethodCallExpr.class, BinaryExpr.class);
  }

  @Override
  public void visit(Node node) {
    if (node instanceof ForStmt loop) {
      loop(loop);
    } else if (node instanceof BinaryExpr sum) {
      sum(sum);
    } else if (node instanceof MethodCallExpr call && CUTTING.contains(call.getNameAsString())) {
      List<Expression> given = call.getArguments();
      int from = given.size() - 2;
      if (from >= 0 && isAround(given.get(from), given.get(from + 1))) {
        boolean array = given.size() > 2;
        Sense held =
            array
                ? flow.sense(given.getFirst())
                : call.getScope().map(flow::sense).orElse(Sense.NONE);
        report(call, held);
      }
    }
  }

  // closes[i - 1] + closes[i] + closes[i + 1]
  private void sum(BinaryExpr sum) {
    boolean part =
        sum.getParentNode()
            .filter(BinaryExpr.class::isInstance)
            .filter(around -> ((BinaryExpr) around).getOperator() == BinaryExpr.Operator.PLUS)
            .isPresent();
    if (part || sum.getOperator() != BinaryExpr.Operator.PLUS) {
      return;
    }
    List<Reads> reads =
        Tree.inside(sum).stream()
            .flatMap(node -> Reads.of(node).stream())
            .limit(ENTRIES_MAX)
            .toList();
    for (Reads before : reads) {
      for (Reads after : reads) {
        if (before.held().equals(after.held()) && isAround(before.index(), after.index())) {
          report(sum, flow.sense(before.held()));
          return;
        }
      }
    }
  }

  // for (int j = i - k; j <= i + k; j++)
  private void loop(ForStmt loop) {
    if (loop.getInitialization().size() != 1
        || !(loop.getInitialization().get(0) instanceof VariableDeclarationExpr declared)
        || !(loop.getCompare().orElse(null) instanceof BinaryExpr bound)) {
      return;
    }
    VariableDeclarator counter = declared.getVariable(0);
    boolean upward =
        bound.getOperator() == BinaryExpr.Operator.LESS_EQUALS
            || bound.getOperator() == BinaryExpr.Operator.LESS;
    if (upward
        && counter.getInitializer().isPresent()
        && isAround(counter.getInitializer().get(), bound.getRight())) {
      Sense held = Sense.NONE;
      for (Node node : Tree.inside(loop.getBody())) {
        Optional<Reads> read = Reads.of(node);
        if (read.isPresent()) {
          held = held.or(flow.sense(read.get().held()));
        }
      }
      report(loop, held);
    }
  }

  // Of the past an entry may have later ones, as long as they are past.
  private void report(Node node, Sense held) {
    boolean past = held.has(Trait.CLOSES) || held.has(Trait.BARS) || held.has(Trait.PRICE);
    facts.add(
        past && !held.has(Trait.SERIES) ? "JV604" : "JV603",
        node,
        "a window around an entry reaches past it");
  }

  private static boolean isAround(Expression from, Expression to) {
    Expression before = bound(from, BinaryExpr.Operator.MINUS);
    Expression after = bound(to, BinaryExpr.Operator.PLUS);
    if (!(before instanceof BinaryExpr difference)
        || difference.getOperator() != BinaryExpr.Operator.MINUS
        || !(difference.getLeft() instanceof NameExpr index)) {
      return false;
    }
    Expression width = difference.getRight();
    boolean found = false;
    boolean more = false;
    Expression sum = after;
    while (sum instanceof BinaryExpr binary && binary.getOperator() == BinaryExpr.Operator.PLUS) {
      found |= binary.getLeft().equals(index) || binary.getRight().equals(index);
      more |= isWidth(width, binary.getRight()) || isWidth(width, binary.getLeft());
      sum = Reads.plain(binary.getLeft());
    }
    return found && more;
  }

  private static boolean isWidth(Expression width, Expression part) {
    return width.isIntegerLiteralExpr()
        ? part.isIntegerLiteralExpr() && !part.toString().equals("1")
        : width.equals(part);
  }

  // Math.max(0, i - k)
  private static Expression bound(Expression written, BinaryExpr.Operator operator) {
    Expression plain = Reads.plain(written);
    if (plain instanceof MethodCallExpr call && BOUNDING.contains(call.getNameAsString())) {
      for (Expression argument : call.getArguments()) {
        if (Reads.plain(argument) instanceof BinaryExpr binary
            && binary.getOperator() == operator) {
          return binary;
        }
      }
    }
    return plain;
  }
}
