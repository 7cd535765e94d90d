package dev.glovebox.analyzer.python;

import dev.glovebox.analyzer.findings.Report;
import dev.glovebox.analyzer.flow.PriceSeries;
import dev.glovebox.analyzer.flow.Sense;
import dev.glovebox.analyzer.flow.Trait;
import dev.glovebox.prepare.python.SyntaxNode;
import java.util.List;
import java.util.Set;

/** Tables of figures in the code: prices that were looked up, and what else nobody can read. */
record EmbeddedCheck(Flow flow, Report report) implements Check {
  private static final Set<String> KINDS = Set.of("List", "Tuple", "Set", "Dict", "Constant");

  private static final int PRICES_MIN = 16;
  private static final int DATED_MIN = 4;
  private static final int ROWS_MIN = 8;
  private static final int COLUMNS_MAX = 6;
  private static final int NUMBERS_MIN = 64;

  @Override
  public Set<String> kinds() {
    return KINDS;
  }

  @Override
  public void visit(Place place) {
    SyntaxNode node = place.node();
    switch (node.kind()) {
      case "List", "Tuple", "Set" -> {
        if (!isInDisplay(place)) {
          display(node, node.nodes("elements"));
        }
      }
      case "Dict" -> {
        if (!isInDisplay(place)) {
          dict(node);
        }
      }
      case "Constant" ->
          CallCheck.text(node)
              .filter(text -> text.length() > PRICES_MIN && PriceSeries.listed(text) >= PRICES_MIN)
              .ifPresent(_ -> report.add("PY606", node, "text that lists numbers"));
      default -> {
        // Holds no table.
      }
    }
  }

  private static boolean isInDisplay(Place place) {
    return place.parent("List").isPresent()
        || place.parent("Tuple").isPresent()
        || place.parent("Dict").isPresent()
        || place.parent("Set").isPresent();
  }

  private void display(SyntaxNode node, List<SyntaxNode> elements) {
    boolean prices = elements.size() >= PRICES_MIN && flow.sense(node).has(Trait.SERIES);
    if (prices || isDated(elements) || hasColumnOfPrices(elements)) {
      report.add("PY606", node, "a table of " + elements.size() + " figures that read as prices");
    } else {
      large(node, elements);
    }
  }

  private boolean isDated(List<SyntaxNode> rows) {
    return rows.size() >= DATED_MIN
        && rows.stream().allMatch(row -> isRow(row) && flow.sense(row).has(Trait.DATE))
        && rows.stream()
            .flatMap(row -> row.nodes("elements").stream())
            .anyMatch(cell -> isNumber(cell));
  }

  private boolean hasColumnOfPrices(List<SyntaxNode> rows) {
    if (rows.size() < ROWS_MIN || !rows.stream().allMatch(EmbeddedCheck::isRow)) {
      return false;
    }
    int columns = rows.stream().mapToInt(row -> row.nodes("elements").size()).min().orElse(0);
    for (int i = 0; i < Math.min(columns, COLUMNS_MAX); i++) {
      int column = i;
      List<SyntaxNode> cells = rows.stream().map(row -> row.nodes("elements").get(column)).toList();
      if (Series.isLikePrices(flow, cells)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isRow(SyntaxNode node) {
    return node.is("Tuple") || node.is("List");
  }

  private boolean isNumber(SyntaxNode node) {
    Sense sense = flow.sense(node);
    return sense.numeric() && !sense.has(Trait.DATE) && (node.is("Constant") || node.is("UnaryOp"));
  }

  private void dict(SyntaxNode node) {
    List<SyntaxNode> keys = node.nodes("keys");
    List<SyntaxNode> values = node.nodes("values");
    boolean dated =
        keys.size() >= DATED_MIN
            && keys.stream().allMatch(key -> flow.sense(key).has(Trait.DATE))
            && values.stream().allMatch(value -> flow.sense(value).numeric());
    boolean prices = values.size() >= PRICES_MIN && Series.isLikePrices(flow, values);
    if (dated || prices) {
      report.add("PY606", node, "a table of " + values.size() + " figures that read as prices");
    } else {
      large(node, values);
    }
  }

  private void large(SyntaxNode node, List<SyntaxNode> elements) {
    if (elements.size() >= NUMBERS_MIN && elements.stream().allMatch(this::isNumber)) {
      report.add("PY608", node, "a table of " + elements.size() + " numbers");
    }
  }
}
