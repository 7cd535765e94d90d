package dev.glovebox.analyzer.python;

import dev.glovebox.analyzer.findings.Report;
import dev.glovebox.analyzer.flow.PriceSeries;
import dev.glovebox.analyzer.flow.Sense;
import dev.glovebox.analyzer.flow.Trait;
import dev.glovebox.prepare.python.SyntaxNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Quantities and amounts: sizes out of the air, and money that floats. */
record MoneyCheck(Names names, Flow flow, Report report) implements Check {
  private static final Set<String> KINDS = Set.of("Call", "BinOp");

  private static final double QUANTITY_MIN = 100_000;
  private static final double QUANTITY_NOTED_MIN = 1_000;
  private static final double SHARE_MIN = 3;

  private static final Set<String> ORDERS = Set.of("buy", "sell", "target", "target_percent");
  private static final Set<String> CUTS =
      Set.of("builtins.int", "math.floor", "math.ceil", "math.trunc");

  @Override
  public Set<String> kinds() {
    return KINDS;
  }

  @Override
  public void visit(Place place) {
    SyntaxNode node = place.node();
    switch (node.kind()) {
      case "Call" -> call(place, node);
      case "BinOp" -> cents(place, node);
      default -> {
        // Moves no money.
      }
    }
  }

  private void call(Place place, SyntaxNode node) {
    SyntaxNode function = node.node("func").orElseThrow();
    if (function.is("Attribute") && flow.sense(function.node("value")).has(Trait.CTX)) {
      String name = Names.plain(function.text("attr"));
      if (ORDERS.contains(name)) {
        Keywords.argument(node, 0, name.equals("target_percent") ? "percent" : "quantity")
            .ifPresent(quantity -> quantity(name, quantity));
      }
      return;
    }
    String path = names.path(function).orElse("");
    List<SyntaxNode> given = node.nodes("args");
    if (given.isEmpty()) {
      return;
    }
    if (path.equals("builtins.round") && isRoundedTo(node)) {
      if (flow.sense(given.getFirst()).has(Trait.PRICE) && !isShown(place)) {
        report.add("PY803", node, "rounds money as a float");
      }
    } else if (path.equals("decimal.Decimal") && isFloat(given.getFirst())) {
      report.add("PY804", node, "a Decimal of a float has the float's error");
    }
  }

  private void quantity(String order, SyntaxNode quantity) {
    Sense sense =
        CallCheck.text(quantity)
            .flatMap(PriceSeries::number)
            .map(Sense::number)
            .orElse(flow.sense(quantity));
    boolean share = order.equals("target_percent");
    double size = sense.numeric() ? Math.max(Math.abs(sense.most()), Math.abs(sense.least())) : 0;
    if (size >= (share ? SHARE_MIN : QUANTITY_MIN)) {
      report.add(
          "PY802",
          quantity,
          share ? "a share of several times all equity" : "a very large constant quantity");
    } else if (!share && size >= QUANTITY_NOTED_MIN) {
      report.add("PY805", quantity, "a large constant quantity");
    } else if (!share && (sense.has(Trait.PER_PRICE) || sense.has(Trait.PRICE))) {
      report.add("PY801", quantity, "a float quantity made of prices");
    }
  }

  private static boolean isRoundedTo(SyntaxNode node) {
    return Keywords.argument(node, 1, "ndigits").isPresent();
  }

  // What is only written need not be exact.
  private static boolean isShown(Place place) {
    Optional<Place> here = place.around();
    while (here.isPresent()) {
      SyntaxNode node = here.get().node();
      if (node.family() == SyntaxNode.Family.STATEMENT) {
        return false;
      }
      if (node.is("FormattedValue") || (node.is("Call") && writes(node))) {
        return true;
      }
      here = here.get().around();
    }
    return false;
  }

  private static boolean writes(SyntaxNode call) {
    SyntaxNode function = call.node("func").orElseThrow();
    return (function.is("Attribute") && function.text("attr").equals("log"))
        || (function.is("Name") && Set.of("print", "str").contains(function.text("id")));
  }

  private boolean isFloat(SyntaxNode node) {
    Sense sense = flow.sense(node);
    if (node.is("Constant")) {
      return sense.numeric() && sense.most() != Math.rint(sense.most());
    }
    boolean text =
        node.is("JoinedStr")
            || (node.is("Call")
                && node.node("func")
                    .flatMap(names::path)
                    .filter(path -> path.equals("builtins.str") || path.equals("builtins.repr"))
                    .isPresent());
    return !text && (sense.has(Trait.PRICE) || sense.has(Trait.COMPUTED));
  }

  // int(price * 100) / 100
  private void cents(Place place, SyntaxNode node) {
    if (!node.text("op").equals("Div")) {
      return;
    }
    SyntaxNode left = node.node("left").orElseThrow();
    boolean cut =
        left.is("Call")
            && left.node("func").flatMap(names::path).filter(CUTS::contains).isPresent()
            && left.nodes("args").stream()
                .anyMatch(argument ->
                    argument.is("BinOp")
                        && argument.text("op").equals("Mult")
                        && flow.sense(argument).has(Trait.PRICE));
    if (cut && !isShown(place)) {
      report.add("PY803", node, "rounds money as a float");
    }
  }
}
