package dev.glovebox.analyzer.java;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.Statement;
import dev.glovebox.analyzer.flow.Sense;
import dev.glovebox.analyzer.flow.Trait;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Quantities and amounts: sizes out of the air, and money that floats. */
record MoneyCheck(Facts facts, Flow flow) implements Check {
  private static final double QUANTITY_MIN = 100_000;
  private static final double QUANTITY_NOTED_MIN = 1_000;
  private static final double SHARE_MIN = 3;

  private static final String CONTEXT = "dev/glovebox/strategy/Context";
  private static final Set<String> ORDERS = Set.of("buy", "sell", "target", "targetPercent");
  private static final Set<String> CUTS = Set.of("round", "floor", "ceil", "rint");

  @Override
  public Set<Class<? extends Node>> kinds() {
    return Set.of(MethodCallExpr.class, ObjectCreationExpr.class, BinaryExpr.class);
  }

  @Override
  public void visit(Node node) {
    switch (node) {
      case MethodCallExpr call -> {
        boolean orders =
            ORDERS.contains(call.getNameAsString())
                && !call.getArguments().isEmpty()
                && call.getScope().filter(scope -> facts.types().of(scope).is(CONTEXT)).isPresent();
        if (orders) {
          quantity(call.getNameAsString().equals("targetPercent"), call.getArgument(0));
        }
      }
      case ObjectCreationExpr made -> exact(made);
      case BinaryExpr binary -> cents(binary);
      default -> {
        // Moves no money.
      }
    }
  }

  private void quantity(boolean share, Expression quantity) {
    Sense sense = flow.sense(quantity);
    double size = sense.numeric() ? Math.max(Math.abs(sense.most()), Math.abs(sense.least())) : 0;
    if (size >= (share ? SHARE_MIN : QUANTITY_MIN)) {
      facts.add(
          "JV802",
          quantity,
          share ? "a share of several times all equity" : "a very large constant quantity");
    } else if (!share && size >= QUANTITY_NOTED_MIN) {
      facts.add("JV805", quantity, "a large constant quantity");
    } else if (!share && (sense.has(Trait.PER_PRICE) || sense.has(Trait.PRICE))) {
      facts.add("JV801", quantity, "a double quantity made of prices");
    }
  }

  // new BigDecimal(bar.close()), new BigDecimal(0.1)
  private void exact(ObjectCreationExpr made) {
    if (made.getArguments().isEmpty()
        || !facts.types().of(made).is("java/math/BigDecimal")
        || !facts.types().of(made.getArgument(0)).isFloating()) {
      return;
    }
    Sense sense = flow.sense(made.getArgument(0));
    boolean fraction = sense.numeric() && sense.most() != Math.rint(sense.most());
    if (fraction || sense.has(Trait.PRICE) || sense.has(Trait.COMPUTED)) {
      facts.add("JV804", made, "a BigDecimal of a double has the double's error");
    }
  }

  // Math.round(price * 100) / 100.0
  private void cents(BinaryExpr binary) {
    if (binary.getOperator() != BinaryExpr.Operator.DIVIDE
        || !(Reads.plain(binary.getLeft()) instanceof MethodCallExpr cut)
        || !CUTS.contains(cut.getNameAsString())
        || cut.getArguments().isEmpty()
        || !(Reads.plain(cut.getArgument(0)) instanceof BinaryExpr product)) {
      return;
    }
    boolean scaled = product.getOperator() == BinaryExpr.Operator.MULTIPLY;
    if (scaled && flow.sense(product).has(Trait.PRICE) && !isShown(binary)) {
      facts.add("JV803", binary, "rounds money as a double");
    }
  }

  // What is only written need not be exact.
  private boolean isShown(Node node) {
    for (Optional<Node> around = node.getParentNode();
        around.isPresent();
        around = around.get().getParentNode()) {
      Node parent = around.get();
      if (parent instanceof MethodCallExpr call && writes(call)) {
        return true;
      }
      if (parent instanceof BinaryExpr sum && facts.types().of(sum).isText()) {
        return true;
      }
      if (parent instanceof VariableDeclarator declared) {
        return isOnlyShown(declared);
      }
      if (parent instanceof Statement) {
        return false;
      }
    }
    return false;
  }

  private static boolean writes(MethodCallExpr call) {
    return Set.of("log", "format", "formatted", "valueOf", "append")
        .contains(call.getNameAsString());
  }

  private boolean isOnlyShown(VariableDeclarator declared) {
    Optional<Variable> variable =
        facts.names().scope(declared).variable(declared.getNameAsString());
    if (variable.isEmpty() || !variable.get().isSetOnce()) {
      return false;
    }
    List<NameExpr> uses =
        facts.tree().all(NameExpr.class).stream()
            .filter(name -> facts.names().variable(name).equals(variable))
            .toList();
    return !uses.isEmpty() && uses.stream().allMatch(this::isWritten);
  }

  private boolean isWritten(NameExpr use) {
    Node parent = use.getParentNode().orElse(use);
    return (parent instanceof MethodCallExpr call && writes(call))
        || (parent instanceof BinaryExpr sum && facts.types().of(sum).isText());
  }
}
