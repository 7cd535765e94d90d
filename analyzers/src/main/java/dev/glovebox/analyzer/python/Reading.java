package dev.glovebox.analyzer.python;

import dev.glovebox.analyzer.flow.Combined;
import dev.glovebox.analyzer.flow.Dates;
import dev.glovebox.analyzer.flow.Sense;
import dev.glovebox.analyzer.flow.Trait;
import dev.glovebox.prepare.python.SyntaxNode;
import dev.glovebox.prepare.python.SyntaxValue;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What expressions other than calls stand for, given what their parts stand for. */
final class Reading {
  /** A constant container with as many entries is a table. */
  static final int TABLE_ENTRIES_MIN = 8;

  private static final int PLAN_ENTRIES_MIN = 3;
  private static final int TABLE_TEXT_CODE_POINTS_MIN = 16;
  private static final int TIMED = Trait.MOMENT.bit() | Trait.SHIFTED.bit();

  /** What arithmetic with anything keeps. */
  private static final int KEPT = Trait.LATER.bit();

  private static final int CONTAINERS =
      Trait.SET.bit()
          | Trait.TABLE.bit()
          | Trait.GROWING.bit()
          | Trait.BARS.bit()
          | Trait.CLOSES.bit()
          | Trait.SERIES.bit();

  /** What an indicator has as its result. */
  private static final Set<String> RESULTS =
      Set.of(
          "value",
          "upper",
          "middle",
          "lower",
          "macd",
          "signal",
          "histogram",
          "k",
          "d",
          "plus_di",
          "minus_di");

  private final Flow flow;

  Reading(Flow flow) {
    this.flow = flow;
  }

  /** What an item of a container is. */
  static Sense item(Sense container) {
    Sense item = container.without(CONTAINERS);
    if (container.has(Trait.BARS)) {
      item = item.with(Trait.BAR);
    }
    return container.has(Trait.CLOSES) ? item.with(Trait.PRICE) : item;
  }

  Sense sense(SyntaxNode node) {
    return switch (node.kind()) {
      case "Constant" -> constant(node);
      case "Name" -> flow.variable(node).map(Variable::sense).orElse(Sense.NONE);
      case "Attribute" -> attribute(node);
      case "Subscript" -> subscript(node);
      case "BinOp" -> {
        Sense sense = Combined.of(node.text("op"), part(node, "left"), part(node, "right"));
        if (isStepAhead(node)) {
          sense = sense.with(Trait.STEPPED);
        }
        yield isOfKeys(node) ? sense.with(Trait.SET) : sense;
      }
      case "UnaryOp" -> signed(node);
      case "BoolOp", "JoinedStr" -> all(node.nodes("values"));
      case "FormattedValue" ->
          Moments.formatted(part(node, "value"), node.node("formatSpec").map(Reading::template));
      case "IfExp" -> part(node, "body").or(part(node, "orElse"));
      case "NamedExpr", "Starred", "Await" -> part(node, "value");
      case "Lambda" -> part(node, "body");
      case "List", "Tuple", "Set" -> display(node);
      case "Dict" -> dict(node);
      case "ListComp" -> {
        // Made of every entry of a table, it is one.
        boolean table = part(node.nodes("generators").getFirst(), "iter").has(Trait.TABLE);
        Sense element = part(node, "element");
        yield table ? element.with(Trait.TABLE) : element;
      }
      case "GeneratorExp" -> part(node, "element");
      case "SetComp" -> part(node, "element").with(Trait.SET);
      case "DictComp" -> part(node, "key").or(part(node, "value"));
      default -> Sense.NONE;
    };
  }

  private Sense part(SyntaxNode node, String name) {
    return flow.sense(node.node(name));
  }

  private Sense all(List<SyntaxNode> nodes) {
    Sense sense = Sense.NONE;
    for (SyntaxNode node : nodes) {
      sense = sense.or(flow.sense(node));
    }
    return sense;
  }

  // The literal parts of a format specification.
  private static String template(SyntaxNode specification) {
    StringBuilder text = new StringBuilder();
    if (specification.is("JoinedStr")) {
      specification.nodes("values").forEach(value -> CallCheck.text(value).ifPresent(text::append));
    } else {
      CallCheck.text(specification).ifPresent(text::append);
    }
    return text.toString();
  }

  private static Sense constant(SyntaxNode node) {
    Optional<SyntaxValue.Literal> literal = node.literal("value");
    if (literal.isEmpty()) {
      return Sense.NONE;
    }
    String text = literal.get().text();
    return switch (literal.get().type()) {
      case "LONG" -> Sense.number((double) Long.parseUnsignedLong(text, 16));
      case "BIGINTEGER" -> Sense.number(new BigInteger(text, 16).doubleValue());
      case "DOUBLE" -> Sense.number(Double.parseDouble(text));
      case "CODEPOINTS" -> {
        Sense sense = Dates.ofText(text);
        yield literal.get().length() >= TABLE_TEXT_CODE_POINTS_MIN
            ? sense.with(Trait.TABLE)
            : sense;
      }
      default -> Sense.NONE;
    };
  }

  private Sense display(SyntaxNode node) {
    List<SyntaxNode> elements = node.nodes("elements");
    Sense sense = table(all(elements), elements.size());
    if (node.is("Set")) {
      sense = sense.with(Trait.SET);
    }
    return Series.isLikePrices(flow, elements) ? sense.with(Trait.SERIES) : sense;
  }

  // What is looked up in it are its values; of the keys it matters whether they name dates or bars.
  private Sense dict(SyntaxNode node) {
    Sense keys = all(node.nodes("keys"));
    Sense sense = table(all(node.nodes("values")), node.nodes("values").size());
    if (keys.has(Trait.DATE) || Dates.isDated(keys)) {
      sense = sense.with(Trait.DATE);
    }
    return keys.numeric() && keys.traits() == 0 && node.nodes("keys").size() >= PLAN_ENTRIES_MIN
        ? sense.with(Trait.TABLE)
        : sense;
  }

  private static Sense table(Sense items, int entries) {
    return entries >= TABLE_ENTRIES_MIN ? items.with(Trait.TABLE) : items;
  }

  private Sense attribute(SyntaxNode node) {
    return attribute(part(node, "value"), Names.plain(node.text("attr")));
  }

  /** What attribute {@code name} of {@code base} stands for. */
  Sense attribute(Sense base, String name) {
    if (base.has(Trait.CTX)) {
      return switch (name) {
        case "now" -> Sense.of(Trait.MOMENT);
        case "bar_index" -> Sense.of(Trait.COUNTER).with(Trait.EVERY_BAR);
        case "exact" -> Sense.of(Trait.EXACT);
        default -> Sense.NONE;
      };
    }
    if (base.has(Trait.BAR) || base.has(Trait.FILL)) {
      Sense member =
          switch (name) {
            case "open", "high", "low", "close", "price" -> Sense.of(Trait.PRICE);
            case "open_time", "close_time", "effective_time", "known_time" ->
                Sense.of(Trait.MOMENT);
            case "exact" -> Sense.of(Trait.EXACT);
            default -> Sense.NONE;
          };
      return base.has(Trait.LATER) ? member.with(Trait.LATER) : member;
    }
    if (base.has(Trait.EXACT)) {
      return Sense.NONE;
    }
    if (Moments.isCyclic(name) && base.timed()) {
      return Sense.NONE;
    }
    Sense held = flow.attribute(name).sense();
    if (name.equals("year") || name.equals("tm_year")) {
      return held.or(base.has(Trait.DATE) ? base.only(Trait.DATE.bit()) : Sense.of(Trait.MOMENT));
    }
    // Parts of a moment or a duration: days, seconds, and what their methods give.
    if (base.has(Trait.LASTING) && name.equals("days")) {
      return held.or(Sense.of(Trait.DAYS));
    }
    int parts = TIMED | Trait.DATE.bit() | Trait.LASTING.bit() | KEPT;
    return held.or(base.only(RESULTS.contains(name) ? parts | Trait.COMPUTED.bit() : parts));
  }

  private Sense subscript(SyntaxNode node) {
    Sense value = part(node, "value");
    SyntaxNode slice = node.node("slice").orElseThrow();
    if (node.node("value")
        .filter(base -> base.is("Attribute") && base.text("attr").equals("params"))
        .isPresent()) {
      value = CallCheck.text(slice).map(name -> flow.attribute(name).sense()).orElse(value);
    }
    Sense read = Moments.part(value, slice, flow);
    if (slice.is("Slice")) {
      return read;
    }
    // An entry of a dictionary of constants is not later than another.
    Sense index = flow.sense(slice);
    boolean later = (index.has(Trait.STEPPED) || index.has(Trait.LATER)) && !value.has(Trait.TABLE);
    return later ? item(read).with(Trait.LATER) : item(read);
  }

  private Sense signed(SyntaxNode node) {
    Sense operand = part(node, "operand");
    return switch (node.text("op")) {
      case "Not" -> Sense.NONE;
      case "USub" -> Sense.range(operand.traits(), -operand.most(), -operand.least());
      default -> operand;
    };
  }

  // i + 1, where i is a name that is not a number of its own.
  private boolean isStepAhead(SyntaxNode node) {
    if (!node.text("op").equals("Add")) {
      return false;
    }
    SyntaxNode left = node.node("left").orElseThrow();
    SyntaxNode right = node.node("right").orElseThrow();
    return (isIndex(left) && isStep(right)) || (isIndex(right) && isStep(left));
  }

  private boolean isIndex(SyntaxNode node) {
    Sense sense = flow.sense(node);
    boolean item = !sense.numeric() || flow.variable(node).filter(Variable::isItem).isPresent();
    return node.is("Name") && item && !sense.has(Trait.COUNTER) && !sense.timed();
  }

  private boolean isStep(SyntaxNode node) {
    Sense sense = flow.sense(node);
    return sense.numeric() && sense.traits() == 0 && sense.least() >= 1;
  }

  // a.keys() & b.keys() is a set.
  private static boolean isOfKeys(SyntaxNode node) {
    return !node.text("op").equals("Mod")
        && node.node("left")
            .filter(left -> left.is("Call"))
            .flatMap(left -> left.node("func"))
            .filter(function -> function.is("Attribute") && function.text("attr").equals("keys"))
            .isPresent();
  }
}
