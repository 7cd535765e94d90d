package dev.glovebox.analyzer.python;

import dev.glovebox.prepare.python.SyntaxNode;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Texts and bytes that are put together of constants, each bounded. */
final class ConstantTexts {
  /** Longest text that is worked out, in characters. */
  static final int TEXT_CHARACTERS_MAX = 8_192;

  /** Most items of a list that is worked out. */
  static final int ITEMS_MAX = 4_096;

  private static final Set<String> NUMBERS =
      Set.of("builtins.float", "decimal.Decimal", "fractions.Fraction");

  private static final Set<String> PLAIN_CODECS = Set.of("ascii", "utf8", "latin1", "utf8sig");

  // How deep the element of a comprehension may be nested to be worked out for each item.
  private static final int ELEMENT_DEPTH_MAX = 6;

  private final Constants constants;

  ConstantTexts(Constants constants) {
    this.constants = constants;
  }

  static Optional<Value> bounded(String text, boolean isBytes, boolean disguised) {
    return text.length() > TEXT_CHARACTERS_MAX
        ? Optional.empty()
        : Optional.of(new Value.Text(text, isBytes, disguised));
  }

  /** {@code +}, {@code *} and {@code %} of texts and lists. */
  Optional<Value> operation(String op, Value left, Value right) {
    return switch (op) {
      case "Add" -> added(left, right);
      case "Mult" -> repeated(left, right).or(() -> repeated(right, left));
      case "Mod" -> left instanceof Value.Text text ? filled(text, right) : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static Optional<Value> added(Value left, Value right) {
    if (left instanceof Value.Text a && right instanceof Value.Text b) {
      return a.isBytes() == b.isBytes()
          ? bounded(a.text() + b.text(), a.isBytes(), a.disguised() || b.disguised())
          : Optional.empty();
    }
    if (left instanceof Value.Items(List<Value> a)
        && right instanceof Value.Items(List<Value> b)
        && a.size() + b.size() <= ITEMS_MAX) {
      List<Value> both = new ArrayList<>(a);
      both.addAll(b);
      return Optional.of(new Value.Items(both));
    }
    return Optional.empty();
  }

  private static Optional<Value> repeated(Value value, Value count) {
    if (!(value instanceof Value.Text text)
        || !(count instanceof Value.Whole(BigInteger times))
        || times.bitLength() > 13) {
      return Optional.empty();
    }
    int number = Math.max(0, times.intValue());
    return (long) number * text.text().length() > TEXT_CHARACTERS_MAX
        ? Optional.empty()
        : bounded(text.text().repeat(number), text.isBytes(), text.disguised());
  }

  // "%s%s" % ("a", "b"), without widths.
  private static Optional<Value> filled(Value.Text template, Value given) {
    List<Value> values = given instanceof Value.Items(List<Value> items) ? items : List.of(given);
    StringBuilder text = new StringBuilder();
    boolean disguised = template.disguised();
    int used = 0;
    for (int i = 0; i < template.text().length(); i++) {
      char c = template.text().charAt(i);
      if (c != '%') {
        text.append(c);
        continue;
      }
      if (++i == template.text().length()) {
        return Optional.empty();
      }
      char field = template.text().charAt(i);
      Optional<Value> named = Optional.empty();
      if (field == '(' && given instanceof Value.Table table) {
        int end = template.text().indexOf(')', i);
        if (end < 0 || end + 1 == template.text().length()) {
          return Optional.empty();
        }
        named = Optional.ofNullable(table.values().get(template.text().substring(i + 1, end)));
        i = end + 1;
        field = template.text().charAt(i);
      }
      if (field == '%') {
        text.append('%');
        continue;
      }
      if ((named.isEmpty() && used == values.size()) || "scd".indexOf(field) < 0) {
        return Optional.empty();
      }
      Value value = named.isPresent() ? named.get() : values.get(used++);
      Optional<String> shown =
          field == 'c' ? character(value).or(() -> shown(value)) : shown(value);
      if (shown.isEmpty() || text.length() > TEXT_CHARACTERS_MAX) {
        return Optional.empty();
      }
      disguised |= field == 'c' || isDisguised(value);
      text.append(shown.get());
    }
    return bounded(text.toString(), template.isBytes(), disguised);
  }

  private static boolean isDisguised(Value value) {
    return value instanceof Value.Text text && text.disguised();
  }

  static Optional<String> shown(Value value) {
    return switch (value) {
      case Value.Text text -> Optional.of(text.text());
      case Value.Whole(BigInteger number) -> Optional.of(number.toString());
      case Value.Huge _, Value.Real _, Value.Items _, Value.Table _ -> Optional.empty();
    };
  }

  /** The character whose number {@code value} is. */
  static Optional<String> character(Value value) {
    return value instanceof Value.Whole(BigInteger number)
            && number.signum() >= 0
            && number.bitLength() <= 21
            && Character.isValidCodePoint(number.intValue())
        ? Optional.of(Character.toString(number.intValue()))
        : Optional.empty();
  }

  /** An f-string all of whose fields are constant and plain. */
  Optional<Value> joined(SyntaxNode node) {
    StringBuilder text = new StringBuilder();
    boolean disguised = false;
    for (SyntaxNode piece : node.nodes("values")) {
      Optional<Value> value =
          piece.is("FormattedValue")
              ? piece
                  .node("value")
                  .filter(_ -> piece.node("formatSpec").isEmpty())
                  .flatMap(constants::value)
              : constants.value(piece);
      boolean asCharacter = isCharacterField(piece);
      if (asCharacter) {
        value = piece.node("value").flatMap(constants::value);
      }
      Optional<String> shown =
          value.flatMap(known -> asCharacter ? character(known) : shown(known));
      if (shown.isEmpty() || text.length() > TEXT_CHARACTERS_MAX) {
        return Optional.empty();
      }
      disguised |= asCharacter || value.filter(ConstantTexts::isDisguised).isPresent();
      text.append(shown.get());
    }
    return bounded(text.toString(), false, disguised);
  }

  // f"{95:c}"
  private boolean isCharacterField(SyntaxNode piece) {
    return piece.is("FormattedValue")
        && piece
            .node("formatSpec")
            .flatMap(constants::text)
            .filter(spec -> spec.text().equals("c"))
            .isPresent();
  }

  /** An item or a slice. */
  Optional<Value> part(SyntaxNode node) {
    Optional<Value> of = node.node("value").flatMap(constants::value);
    SyntaxNode at = node.node("slice").orElseThrow();
    if (of.isEmpty()) {
      return Optional.empty();
    }
    return switch (of.get()) {
      case Value.Text text ->
          ConstantSlices.indices(constants, at, text.text().length())
              .flatMap(indices -> {
                StringBuilder taken = new StringBuilder();
                indices.forEach(index -> taken.append(text.text().charAt(index)));
                return bounded(taken.toString(), text.isBytes(), true);
              });
      case Value.Items(List<Value> items) -> {
        Optional<List<Integer>> indices = ConstantSlices.indices(constants, at, items.size());
        yield at.is("Slice")
            ? indices.map(all -> new Value.Items(all.stream().map(items::get).toList()))
            : indices.map(one -> items.get(one.getFirst()));
      }
      case Value.Table table -> constants.text(at).map(key -> table.values().get(key.text()));
      case Value.Whole _, Value.Huge _, Value.Real _ -> Optional.empty();
    };
  }

  /** Calls of the interpreter's functions and of methods of texts. */
  Optional<Value> call(SyntaxNode node) {
    SyntaxNode function = node.node("func").orElseThrow();
    List<SyntaxNode> arguments = node.nodes("args");
    List<Value> given = new ArrayList<>();
    Optional<String> path = constants.names().path(function);
    if (path.equals(Optional.of("builtins.map")) && arguments.size() == 2) {
      return mapped(arguments);
    }
    for (SyntaxNode argument : arguments) {
      Optional<Value> value = constants.value(argument);
      if (value.isEmpty()) {
        return Optional.empty();
      }
      given.add(value.get());
    }
    if (path.filter(NUMBERS::contains).isPresent()) {
      return TextFunctions.real(given);
    }
    if (path.isPresent() && path.get().startsWith(Names.BUILTIN)) {
      return TextFunctions.builtin(path.get().substring(Names.BUILTIN.length()), given);
    }
    if (!function.is("Attribute")) {
      return Optional.empty();
    }
    String name = Names.plain(function.text("attr"));
    Optional<Value> of = function.node("value").flatMap(constants::value);
    if (name.equals("to_bytes")) {
      return of.flatMap(number -> TextFunctions.toBytes(number, given));
    }
    Map<String, Value> named = new HashMap<>();
    for (SyntaxNode keyword : node.nodes("keywords")) {
      Optional<Value> value = keyword.node("value").flatMap(constants::value);
      value.ifPresent(known -> named.put(keyword.text("arg"), known));
    }
    return of.filter(Value.Text.class::isInstance)
        .flatMap(text -> TextFunctions.method((Value.Text) text, name, given, named));
  }

  private Optional<Value> mapped(List<SyntaxNode> arguments) {
    Optional<String> function = constants.names().path(arguments.getFirst());
    Optional<List<Value>> items = constants.value(arguments.get(1)).flatMap(ConstantTexts::items);
    if (function.isEmpty()
        || items.isEmpty()
        || !function.get().startsWith(Names.BUILTIN)
        || !constants.affords(items.get().size())) {
      return Optional.empty();
    }
    String name = function.get().substring(Names.BUILTIN.length());
    return all(
        items.get().stream().map(item -> TextFunctions.builtin(name, List.of(item))).toList());
  }

  private static Optional<Value> all(List<Optional<Value>> values) {
    return values.stream().allMatch(Optional::isPresent)
        ? Optional.of(new Value.Items(values.stream().map(Optional::orElseThrow).toList()))
        : Optional.empty();
  }

  /** What iterating over {@code value} gives. */
  static Optional<List<Value>> items(Value value) {
    return switch (value) {
      case Value.Items(List<Value> items) -> Optional.of(items);
      case Value.Text text when text.text().length() <= ITEMS_MAX ->
          Optional.of(
              text.text()
                  .codePoints()
                  .mapToObj(c ->
                      text.isBytes()
                          ? (Value) Value.Whole.of(c)
                          : new Value.Text(Character.toString(c), false, text.disguised()))
                  .toList());
      case Value.Text _, Value.Whole _, Value.Huge _, Value.Real _, Value.Table _ ->
          Optional.empty();
    };
  }

  /** A comprehension over constants whose element is a code of a character or plain arithmetic. */
  Optional<Value> comprehension(SyntaxNode node) {
    List<SyntaxNode> clauses = node.nodes("generators");
    if (clauses.size() != 1 || !clauses.getFirst().nodes("ifs").isEmpty()) {
      return Optional.empty();
    }
    SyntaxNode target = clauses.getFirst().node("target").orElseThrow();
    Optional<List<Value>> items =
        clauses.getFirst().node("iter").flatMap(constants::value).flatMap(ConstantTexts::items);
    if (!target.is("Name") || items.isEmpty() || !constants.affords(items.get().size())) {
      return Optional.empty();
    }
    SyntaxNode element = node.node("element").orElseThrow();
    String name = target.text("id");
    List<Optional<Value>> values = new ArrayList<>();
    for (Value item : items.get()) {
      Optional<Value> value = element(element, name, item, ELEMENT_DEPTH_MAX);
      if (value.isEmpty()) {
        return Optional.empty();
      }
      values.add(value);
    }
    return all(values);
  }

  private Optional<Value> element(SyntaxNode node, String name, Value item, int depth) {
    if (depth == 0) {
      return Optional.empty();
    }
    return switch (node.kind()) {
      case "Name" -> node.text("id").equals(name) ? Optional.of(item) : constants.value(node);
      case "BinOp" -> {
        Optional<Value> left = element(node.node("left").orElseThrow(), name, item, depth - 1);
        Optional<Value> right = element(node.node("right").orElseThrow(), name, item, depth - 1);
        String op = node.text("op");
        yield left.isPresent() && right.isPresent()
            ? ConstantNumbers.operation(op, left.get(), right.get())
                .or(() -> operation(op, left.get(), right.get()))
            : Optional.empty();
      }
      case "Call" -> {
        Optional<String> path = constants.names().path(node.node("func").orElseThrow());
        yield path.isPresent()
                && path.get().startsWith(Names.BUILTIN)
                && node.nodes("args").size() == 1
            ? element(node.nodes("args").getFirst(), name, item, depth - 1)
                .flatMap(value ->
                    TextFunctions.builtin(
                        path.get().substring(Names.BUILTIN.length()), List.of(value)))
            : Optional.empty();
      }
      default -> constants.value(node);
    };
  }

  /** Bytes as text, if the codec is one that everybody reads. */
  static Optional<Value> decoded(Value.Text bytes, List<Value> given) {
    String codec = given.isEmpty() ? "utf8" : shown(given.getFirst()).orElse("");
    String plain = codec.toLowerCase(Locale.ROOT).replaceAll("[-_ ]", "");
    if (!PLAIN_CODECS.contains(plain)) {
      return Optional.empty();
    }
    byte[] raw = bytes.text().getBytes(StandardCharsets.ISO_8859_1);
    return bounded(
        plain.equals("latin1") ? bytes.text() : new String(raw, StandardCharsets.UTF_8),
        false,
        bytes.disguised());
  }
}
