package dev.glovebox.analyzer.python;

import dev.glovebox.prepare.python.SyntaxNode;
import dev.glovebox.prepare.python.SyntaxValue;
import java.util.List;
import java.util.Optional;

/** Conditions that are always true or never, because they are made of constants. */
record Truths(Constants constants) {
  private static final int STEPS_MAX = 6;

  /** What {@code test} always is; empty if it may change. */
  Optional<Boolean> of(SyntaxNode test) {
    return of(test, STEPS_MAX);
  }

  private Optional<Boolean> of(SyntaxNode test, int steps) {
    if (steps == 0) {
      return Optional.empty();
    }
    return switch (test.kind()) {
      case "Constant" -> literal(test.literal("value").orElseThrow());
      // A switch that is set at the top of a module is a parameter, not a trick.
      case "Name" -> Optional.empty();
      case "UnaryOp" ->
          test.text("op").equals("Not")
              ? test.node("operand").flatMap(inner -> of(inner, steps - 1)).map(value -> !value)
              : valueOf(test);
      case "Compare" -> compared(test);
      case "BoolOp" -> joined(test, steps);
      case "NamedExpr" -> test.node("value").flatMap(inner -> of(inner, steps - 1));
      default -> valueOf(test);
    };
  }

  private Optional<Boolean> literal(SyntaxValue.Literal literal) {
    return switch (literal.type()) {
      case "NONE" -> Optional.of(false);
      case "BOOLEAN" -> Optional.of(literal.text().equals("true"));
      case "ELLIPSIS" -> Optional.of(true);
      default -> Constants.literal(literal).flatMap(Truths::truth);
    };
  }

  private Optional<Boolean> valueOf(SyntaxNode node) {
    return constants.value(node).flatMap(Truths::truth);
  }

  private static Optional<Boolean> truth(Value value) {
    return switch (value) {
      case Value.Whole whole -> Optional.of(whole.number().signum() != 0);
      case Value.Text text -> Optional.of(!text.text().isEmpty());
      case Value.Real real -> Optional.of(real.number() != 0);
      case Value.Huge _ -> Optional.of(true);
      case Value.Items items -> Optional.of(!items.values().isEmpty());
      case Value.Table table -> Optional.of(!table.values().isEmpty());
    };
  }

  // Written numbers only: a name beside a number is a parameter that somebody may change.
  private Optional<Boolean> compared(SyntaxNode test) {
    List<String> ops = test.words("ops");
    SyntaxNode left = test.node("left").orElseThrow();
    SyntaxNode right = test.nodes("comparators").getFirst();
    if (ops.size() != 1 || !left.is("Constant") || !right.is("Constant")) {
      return Optional.empty();
    }
    Optional<Double> a = constants.value(left).map(ConstantNumbers::real);
    Optional<Double> b = constants.value(right).map(ConstantNumbers::real);
    if (a.isEmpty() || b.isEmpty() || a.get().isNaN() || b.get().isNaN()) {
      return Optional.empty();
    }
    int order = Double.compare(a.get(), b.get());
    return switch (ops.getFirst()) {
      case "Eq" -> Optional.of(order == 0);
      case "NotEq" -> Optional.of(order != 0);
      case "Lt" -> Optional.of(order < 0);
      case "LtE" -> Optional.of(order <= 0);
      case "Gt" -> Optional.of(order > 0);
      case "GtE" -> Optional.of(order >= 0);
      default -> Optional.empty();
    };
  }

  private Optional<Boolean> joined(SyntaxNode test, int steps) {
    boolean decides = test.text("op").equals("Or");
    boolean allKnown = true;
    for (SyntaxNode part : test.nodes("values")) {
      Optional<Boolean> known = of(part, steps - 1);
      if (known.equals(Optional.of(decides))) {
        return known;
      }
      allKnown &= known.isPresent();
    }
    return allKnown ? Optional.of(!decides) : Optional.empty();
  }
}
