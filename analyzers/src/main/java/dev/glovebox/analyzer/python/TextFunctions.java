package dev.glovebox.analyzer.python;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the interpreter's functions and the methods of texts make of constants. */
final class TextFunctions {
  private static final Pattern FIELD = Pattern.compile("\\{(?:(\\d{0,3})|([a-zA-Z]\\w{0,40}))}");
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?\\d{1,30}(?:\\.\\d{0,30})?(?:[eE][-+]?\\d{1,6})?");
  private static final Pattern HEX = Pattern.compile("(?:[0-9a-fA-F]{2}\\s*)*");

  private TextFunctions() {}

  /** A call of {@code name} with {@code given}. */
  static Optional<Value> builtin(String name, List<Value> given) {
    if (given.isEmpty()) {
      return Optional.empty();
    }
    Value first = given.getFirst();
    return switch (name) {
      case "chr" ->
          ConstantTexts.character(first).flatMap(c -> ConstantTexts.bounded(c, false, true));
      case "ord" ->
          first instanceof Value.Text text
                  && text.text().codePointCount(0, text.text().length()) == 1
              ? Optional.of(Value.Whole.of(text.text().codePointAt(0)))
              : Optional.empty();
      case "str" ->
          first instanceof Value.Text text && text.isBytes()
              ? given.size() == 2
                  ? ConstantTexts.decoded(text, given.subList(1, 2))
                  : Optional.empty()
              : given.size() == 1 && (first instanceof Value.Text || first instanceof Value.Whole)
                  ? ConstantTexts.shown(first)
                      .flatMap(text -> ConstantTexts.bounded(text, false, isDisguised(first)))
                  : Optional.empty();
      case "len" -> ConstantTexts.items(first).map(items -> Value.Whole.of(items.size()));
      case "int" -> number(first, given);
      case "list", "tuple" -> ConstantTexts.items(first).map(Value.Items::new);
      case "reversed" ->
          ConstantTexts.items(first).map(items -> new Value.Items(disguised(items.reversed())));
      case "bytes", "bytearray" -> bytes(first, given);
      case "bytes.fromhex", "bytearray.fromhex" -> fromHex(given);
      default -> Optional.empty();
    };
  }

  private static boolean isDisguised(Value value) {
    return value instanceof Value.Text text && text.disguised();
  }

  private static List<Value> disguised(List<Value> items) {
    return items.stream()
        .map(item ->
            item instanceof Value.Text text
                ? (Value) new Value.Text(text.text(), text.isBytes(), true)
                : item)
        .toList();
  }

  private static Optional<Value> number(Value first, List<Value> given) {
    if (given.size() == 1 && first instanceof Value.Whole) {
      return Optional.of(first);
    }
    if (given.size() == 1 && first instanceof Value.Real(double real) && Math.abs(real) < 1e18) {
      return Optional.of(Value.Whole.of((long) real));
    }
    if (!(first instanceof Value.Text text) || text.text().length() > 40) {
      return Optional.empty();
    }
    int base =
        given.size() == 2 && given.get(1) instanceof Value.Whole(BigInteger number)
            ? number.bitLength() < 7 ? number.intValue() : 0
            : 10;
    if (base < Character.MIN_RADIX || base > Character.MAX_RADIX) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Value.Whole(new BigInteger(text.text().strip(), base)));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Optional<Value> bytes(Value first, List<Value> given) {
    if (first instanceof Value.Text text) {
      return given.size() == 2 || text.isBytes()
          ? ConstantTexts.bounded(text.text(), true, text.disguised())
          : Optional.empty();
    }
    if (!(first instanceof Value.Items(List<Value> items))) {
      return Optional.empty();
    }
    StringBuilder text = new StringBuilder();
    for (Value item : items) {
      if (!(item instanceof Value.Whole(BigInteger number))
          || number.signum() < 0
          || number.bitLength() > 8) {
        return Optional.empty();
      }
      text.append((char) number.intValue());
    }
    return ConstantTexts.bounded(text.toString(), true, true);
  }

  /** A call of the method {@code name} of {@code text}. */
  static Optional<Value> method(
      Value.Text text, String name, List<Value> given, Map<String, Value> named) {
    return switch (name) {
      case "join" -> joined(text, given);
      case "format" -> formatted(text, given, named);
      case "replace" -> replaced(text, given);
      case "lower", "casefold" -> changed(text, text.text().toLowerCase(Locale.ROOT), given);
      case "upper" -> changed(text, text.text().toUpperCase(Locale.ROOT), given);
      case "swapcase" -> changed(text, swapped(text.text()), given);
      case "strip" -> changed(text, text.text().strip(), given);
      case "lstrip" -> changed(text, text.text().stripLeading(), given);
      case "rstrip" -> changed(text, text.text().stripTrailing(), given);
      case "encode" -> ConstantTexts.bounded(text.text(), true, text.disguised());
      case "decode" -> text.isBytes() ? ConstantTexts.decoded(text, given) : Optional.empty();
      case "split" -> split(text, given);
      default -> Optional.empty();
    };
  }

  /** {@code float(x)}, {@code Decimal(x)}, {@code Fraction(x)}. */
  static Optional<Value> real(List<Value> given) {
    if (given.size() != 1) {
      return Optional.empty();
    }
    double number = ConstantNumbers.real(given.getFirst());
    if (given.getFirst() instanceof Value.Text text && NUMBER.matcher(text.text()).matches()) {
      number = Double.parseDouble(text.text());
    }
    return Double.isNaN(number) ? Optional.empty() : Optional.of(new Value.Real(number));
  }

  /** {@code number.to_bytes(length, order)}. */
  static Optional<Value> toBytes(Value value, List<Value> given) {
    if (!(value instanceof Value.Whole(BigInteger number)) || number.signum() < 0) {
      return Optional.empty();
    }
    StringBuilder made = new StringBuilder();
    for (byte b : number.toByteArray()) {
      if (b != 0 || !made.isEmpty()) {
        made.append((char) (b & 0xFF));
      }
    }
    boolean little =
        given.size() > 1
            && given.get(1) instanceof Value.Text order
            && order.text().equals("little");
    return ConstantTexts.bounded((little ? made.reverse() : made).toString(), true, true);
  }

  private static Optional<Value> fromHex(List<Value> given) {
    if (given.size() != 1
        || !(given.getFirst() instanceof Value.Text text)
        || !HEX.matcher(text.text()).matches()) {
      return Optional.empty();
    }
    byte[] raw = HexFormat.of().parseHex(text.text().replaceAll("\\s", ""));
    StringBuilder made = new StringBuilder();
    for (byte b : raw) {
      made.append((char) (b & 0xFF));
    }
    return ConstantTexts.bounded(made.toString(), true, true);
  }

  private static Optional<Value> changed(Value.Text text, String changed, List<Value> given) {
    return given.isEmpty()
        ? ConstantTexts.bounded(changed, text.isBytes(), text.disguised())
        : Optional.empty();
  }

  private static String swapped(String text) {
    StringBuilder swapped = new StringBuilder();
    text.codePoints()
        .map(c -> Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c))
        .forEach(swapped::appendCodePoint);
    return swapped.toString();
  }

  private static Optional<Value> joined(Value.Text between, List<Value> given) {
    Optional<List<Value>> items =
        given.size() == 1 ? ConstantTexts.items(given.getFirst()) : Optional.empty();
    if (items.isEmpty()) {
      return Optional.empty();
    }
    StringBuilder text = new StringBuilder();
    boolean disguised = between.disguised();
    for (Value item : items.get()) {
      if (!(item instanceof Value.Text piece)
          || text.length() > ConstantTexts.TEXT_CHARACTERS_MAX) {
        return Optional.empty();
      }
      text.append(text.isEmpty() ? "" : between.text()).append(piece.text());
      disguised |= piece.disguised();
    }
    return ConstantTexts.bounded(text.toString(), between.isBytes(), disguised);
  }

  // Plain fields only: {}, {0}.
  private static Optional<Value> formatted(
      Value.Text template, List<Value> given, Map<String, Value> named) {
    Matcher field = FIELD.matcher(template.text());
    StringBuilder text = new StringBuilder();
    boolean disguised = template.disguised();
    int next = 0;
    int from = 0;
    while (field.find()) {
      Optional<Value> value;
      if (field.group(2) == null) {
        int index = field.group(1).isEmpty() ? next++ : Integer.parseInt(field.group(1));
        value = index < given.size() ? Optional.of(given.get(index)) : Optional.empty();
      } else {
        value = Optional.ofNullable(named.get(field.group(2)));
      }
      Optional<String> shown = value.flatMap(ConstantTexts::shown);
      if (shown.isEmpty() || text.length() > ConstantTexts.TEXT_CHARACTERS_MAX) {
        return Optional.empty();
      }
      disguised |= value.filter(TextFunctions::isDisguised).isPresent();
      text.append(template.text(), from, field.start()).append(shown.get());
      from = field.end();
    }
    text.append(template.text().substring(from));
    return text.indexOf("{") >= 0
        ? Optional.empty()
        : ConstantTexts.bounded(text.toString(), false, disguised);
  }

  private static Optional<Value> replaced(Value.Text text, List<Value> given) {
    if (given.size() != 2
        || !(given.get(0) instanceof Value.Text from)
        || !(given.get(1) instanceof Value.Text to)
        || from.text().isEmpty()
        || (long) text.text().length() * (to.text().length() + 1)
            > 4L * ConstantTexts.TEXT_CHARACTERS_MAX) {
      return Optional.empty();
    }
    return ConstantTexts.bounded(
        text.text().replace(from.text(), to.text()),
        text.isBytes(),
        text.disguised() || to.disguised());
  }

  private static Optional<Value> split(Value.Text text, List<Value> given) {
    if (given.size() > 1) {
      return Optional.empty();
    }
    String by = given.isEmpty() ? " " : ConstantTexts.shown(given.getFirst()).orElse("");
    if (by.isEmpty() || text.text().length() > ConstantTexts.ITEMS_MAX) {
      return Optional.empty();
    }
    List<Value> pieces = new ArrayList<>();
    int from = 0;
    for (int at = text.text().indexOf(by); at >= 0; at = text.text().indexOf(by, from)) {
      pieces.add(new Value.Text(text.text().substring(from, at), text.isBytes(), text.disguised()));
      from = at + by.length();
    }
    pieces.add(new Value.Text(text.text().substring(from), text.isBytes(), text.disguised()));
    return Optional.of(new Value.Items(pieces));
  }
}
