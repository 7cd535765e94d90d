package dev.glovebox.analyzer.python;

import dev.glovebox.prepare.python.SyntaxNode;
import dev.glovebox.prepare.python.SyntaxValue;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Works out what expressions of constants come to, by running none of them: sums, repetitions,
 * slices, joins, templates, codes of characters, and names that stand for such a value.
 *
 * <p>Each node once, from the innermost outwards, with every value bounded.
 */
final class Constants {
  // Names may stand for values in which names stand for values; one more step is not worth a pass.
  private static final int PASSES = 3;

  /** Most characters and items that are worked out for one source. */
  private static final int WORK_MAX = 1_000_000;

  private static final Set<String> FOLDED =
      Set.of(
          "Constant",
          "Name",
          "NamedExpr",
          "UnaryOp",
          "BinOp",
          "Dict",
          "List",
          "Tuple",
          "JoinedStr",
          "Subscript",
          "Call",
          "ListComp",
          "GeneratorExp");

  private final Names names;
  private final IdentityHashMap<SyntaxNode, Value> values = new IdentityHashMap<>();
  private final ConstantTexts texts = new ConstantTexts(this);
  private int work;

  private Constants(Names names) {
    this.names = names;
  }

  static Constants of(Tree tree, Names names) {
    Constants constants = new Constants(names);
    List<SyntaxNode> left = new ArrayList<>();
    for (SyntaxNode node : tree.nodes().reversed()) {
      if (FOLDED.contains(node.kind()) && !constants.worked(node)) {
        left.add(node);
      }
    }
    for (int pass = 1; pass < PASSES; pass++) {
      int before = left.size();
      left.removeIf(constants::worked);
      if (left.size() == before) {
        break;
      }
    }
    return constants;
  }

  private boolean worked(SyntaxNode node) {
    Optional<Value> value = work(node);
    if (value.isEmpty() || !affords(size(value.get()))) {
      return false;
    }
    values.put(node, value.get());
    return true;
  }

  private static int size(Value value) {
    return switch (value) {
      case Value.Text text -> text.text().length();
      case Value.Items(List<Value> items) -> items.size();
      case Value.Table table -> table.values().size();
      case Value.Whole _, Value.Huge _, Value.Real _ -> 1;
    };
  }

  /** Whether {@code more} may still be worked out; a source that asks for too much gets nothing. */
  boolean affords(int more) {
    work = Math.min(WORK_MAX + 1, work + more);
    return work <= WORK_MAX;
  }

  /** What {@code node} comes to; empty if only the running program knows. */
  Optional<Value> value(SyntaxNode node) {
    return Optional.ofNullable(values.get(node));
  }

  /** The whole number that {@code node} comes to. */
  Optional<BigInteger> whole(SyntaxNode node) {
    return value(node)
        .filter(Value.Whole.class::isInstance)
        .map(known -> ((Value.Whole) known).number());
  }

  /** The text that {@code node} comes to. */
  Optional<Value.Text> text(SyntaxNode node) {
    return value(node).filter(Value.Text.class::isInstance).map(Value.Text.class::cast);
  }

  Names names() {
    return names;
  }

  private Optional<Value> work(SyntaxNode node) {
    return switch (node.kind()) {
      case "Constant" -> node.literal("value").flatMap(Constants::literal);
      case "Name" -> named(node);
      case "NamedExpr" -> node.node("value").flatMap(this::value);
      case "UnaryOp" -> unary(node);
      case "BinOp" -> operation(node);
      case "Dict" -> table(node);
      case "List", "Tuple" -> items(node.nodes("elements"));
      case "JoinedStr" -> texts.joined(node);
      case "Subscript" -> texts.part(node);
      case "Call" -> texts.call(node);
      case "ListComp", "GeneratorExp" -> texts.comprehension(node);
      default -> Optional.empty();
    };
  }

  static Optional<Value> literal(SyntaxValue.Literal literal) {
    return switch (literal.type()) {
      case "LONG", "BIGINTEGER" -> Optional.of(whole(new BigInteger(literal.text(), 16)));
      case "DOUBLE" -> Optional.of(new Value.Real(Double.parseDouble(literal.text())));
      case "CODEPOINTS" -> ConstantTexts.bounded(literal.text(), false, false);
      case "BYTES" ->
          ConstantTexts.bounded(
              new String(HexFormat.of().parseHex(literal.text()), StandardCharsets.ISO_8859_1),
              true,
              false);
      default -> Optional.empty();
    };
  }

  static Value whole(BigInteger number) {
    return number.bitLength() > ConstantNumbers.BITS_MAX
        ? new Value.Huge()
        : new Value.Whole(number);
  }

  // A name that one plain assignment sets, and nothing else, stands for what it is set to.
  private Optional<Value> named(SyntaxNode name) {
    return assigned(name).flatMap(this::value);
  }

  /** The only expression that {@code name} is ever set to. */
  Optional<SyntaxNode> assigned(SyntaxNode name) {
    if (!name.is("Name") || !name.text("context").equals("Load")) {
      return Optional.empty();
    }
    List<Binding> bindings = names.meaning(name).map(Scope.Meaning::bindings).orElse(List.of());
    // The statement and its target each say that the name is set.
    if (bindings.size() > 2) {
      return Optional.empty();
    }
    Optional<SyntaxNode> only = Optional.empty();
    for (Binding binding : bindings) {
      if (!(binding instanceof Binding.Assigned(Optional<SyntaxNode> value))) {
        return Optional.empty();
      }
      if (value.isPresent() && only.isPresent()) {
        return Optional.empty();
      }
      only = value.isPresent() ? value : only;
    }
    return only;
  }

  private Optional<Value> unary(SyntaxNode node) {
    Optional<Value> operand = node.node("operand").flatMap(this::value);
    return operand.flatMap(value -> ConstantNumbers.unary(node.text("op"), value));
  }

  private Optional<Value> operation(SyntaxNode node) {
    Optional<Value> left = node.node("left").flatMap(this::value);
    Optional<Value> right = node.node("right").flatMap(this::value);
    if (left.isEmpty() || right.isEmpty()) {
      return Optional.empty();
    }
    String op = node.text("op");
    return ConstantNumbers.operation(op, left.get(), right.get())
        .or(() -> texts.operation(op, left.get(), right.get()));
  }

  private Optional<Value> table(SyntaxNode node) {
    List<SyntaxNode> keys = node.nodes("keys");
    List<SyntaxNode> given = node.nodes("values");
    if (keys.size() != given.size() || keys.size() > ConstantTexts.ITEMS_MAX) {
      return Optional.empty();
    }
    Map<String, Value> known = new HashMap<>();
    for (int i = 0; i < keys.size(); i++) {
      Optional<Value.Text> key = text(keys.get(i));
      Optional<Value> value = value(given.get(i));
      if (key.isEmpty() || value.isEmpty()) {
        return Optional.empty();
      }
      known.put(key.get().text(), value.get());
    }
    return Optional.of(new Value.Table(known));
  }

  private Optional<Value> items(List<SyntaxNode> elements) {
    if (elements.size() > ConstantTexts.ITEMS_MAX) {
      return Optional.empty();
    }
    List<Value> known = new ArrayList<>(elements.size());
    for (SyntaxNode element : elements) {
      Value value = values.get(element);
      if (value == null) {
        return Optional.empty();
      }
      known.add(value);
    }
    return Optional.of(new Value.Items(known));
  }
}
