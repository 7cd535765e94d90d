package dev.glovebox.analyzer.python;

import dev.glovebox.prepare.python.SyntaxNode;
import dev.glovebox.prepare.python.SyntaxValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Expressions whose value is written: constants, their signs, and names that stand for them. */
record WrittenValues(Names names) {
  // A chain of names is followed this far.
  private static final int NAMES_MAX = 16;

  // Where Python's text of a float turns to an exponent.
  private static final int EXPONENT_MIN = -4;
  private static final int EXPONENT_MAX = 16;

  private static final String DECIMAL = "decimal.Decimal";

  private static final Set<String> NUMBERS = Set.of("int", "float", "Decimal");

  /**
   * A value.
   *
   * @param type Python's name of its type
   * @param text what {@code str} gives for it; a bool as {@code true} or {@code false}
   */
  record Written(String type, String text) {}

  /** The value of {@code expression}, if it is written in the source. */
  Optional<Written> of(SyntaxNode expression) {
    SyntaxNode node = meant(expression);
    return node.is("Call") ? decimal(node) : signed(node, this::number);
  }

  /** The text that {@code expression} is, if it is one. */
  Optional<String> text(SyntaxNode expression) {
    return of(expression).filter(constant -> constant.type().equals("str")).map(Written::text);
  }

  /** What stands behind a name that is bound once, by a plain assignment. */
  SyntaxNode meant(SyntaxNode expression) {
    SyntaxNode node = expression;
    for (int i = 0; i < NAMES_MAX && node.is("Name"); i++) {
      Optional<SyntaxNode> value =
          names.meaning(node).map(Scope.Meaning::bindings).flatMap(WrittenValues::onlyValue);
      if (value.isEmpty()) {
        return node;
      }
      node = value.get();
    }
    return node;
  }

  // A plain assignment binds its name twice: with the value, and as any name that is stored to.
  private static Optional<SyntaxNode> onlyValue(List<Binding> bindings) {
    List<SyntaxNode> values = new ArrayList<>();
    for (Binding binding : bindings) {
      if (!(binding instanceof Binding.Assigned(Optional<SyntaxNode> value))) {
        return Optional.empty();
      }
      value.ifPresent(values::add);
    }
    return values.size() == 1 && bindings.size() == 2
        ? Optional.of(values.getFirst())
        : Optional.empty();
  }

  // No step leads back to where it came from: Decimal takes no Decimal, a sign no sign.
  private Optional<Written> signed(
      SyntaxNode node, Function<SyntaxNode, Optional<Written>> operand) {
    if (!node.is("UnaryOp")) {
      return literal(node);
    }
    Optional<Written> number =
        operand
            .apply(meant(node.node("operand").orElseThrow()))
            .filter(constant -> NUMBERS.contains(constant.type()));
    return switch (node.text("op")) {
      case "USub" -> number.map(constant -> new Written(constant.type(), negated(constant.text())));
      case "UAdd" -> number;
      default -> Optional.empty();
    };
  }

  private static String negated(String text) {
    if (text.startsWith("-")) {
      return text.substring(1);
    }
    return text.equals("0") ? text : "-" + text;
  }

  private Optional<Written> number(SyntaxNode node) {
    return node.is("Call") ? decimal(node) : literal(node);
  }

  private Optional<Written> decimal(SyntaxNode call) {
    boolean plainly =
        call.nodes("args").size() == 1
            && call.nodes("keywords").isEmpty()
            && call.node("func").flatMap(names::path).equals(Optional.of(DECIMAL));
    return plainly
        ? signed(meant(call.nodes("args").getFirst()), WrittenValues::literal)
            .filter(value -> value.type().equals("str") || value.type().equals("int"))
            .map(value -> new Written("Decimal", value.text().strip()))
        : Optional.empty();
  }

  private static Optional<Written> literal(SyntaxNode node) {
    return node.is("Constant")
        ? node.literal("value").flatMap(WrittenValues::constant)
        : Optional.empty();
  }

  private static Optional<Written> constant(SyntaxValue.Literal literal) {
    return switch (literal.type()) {
      case "NONE" -> Optional.of(new Written("None", "None"));
      case "BOOLEAN" -> Optional.of(new Written("bool", literal.text()));
      case "LONG", "BIGINTEGER" ->
          Optional.of(new Written("int", new BigInteger(literal.text(), 16).toString()));
      case "DOUBLE" -> Optional.of(new Written("float", shown(Double.parseDouble(literal.text()))));
      case "CODEPOINTS" -> Optional.of(new Written("str", literal.text()));
      default -> Optional.empty();
    };
  }

  /** What Python's {@code repr} gives for a float that a literal can be. */
  static String shown(double value) {
    if (Double.isInfinite(value)) {
      return "inf";
    }
    if (value == 0) {
      return "0.0";
    }
    BigDecimal exact = new BigDecimal(Double.toString(value)).stripTrailingZeros();
    int exponent = exact.precision() - exact.scale() - 1;
    if (exponent >= EXPONENT_MIN && exponent < EXPONENT_MAX) {
      return exact.scale() <= 0 ? exact.toPlainString() + ".0" : exact.toPlainString();
    }
    String digits = exact.unscaledValue().toString();
    return digits.charAt(0)
        + (digits.length() > 1 ? "." + digits.substring(1) : "")
        + String.format(Locale.ROOT, "e%s%02d", exponent < 0 ? "-" : "+", Math.abs(exponent));
  }
}
