package dev.glovebox.analyzer.java;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.ArrayInitializerExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.expr.TextBlockLiteralExpr;
import dev.glovebox.analyzer.flow.PriceSeries;
import dev.glovebox.analyzer.flow.Trait;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Tables of figures in the code: prices that were looked up, and what else nobody can read. */
record TableCheck(Facts facts, Flow flow) implements Check {
  private static final int PRICES_MIN = 16;
  private static final int DATED_MIN = 4;
  private static final int NUMBERS_MIN = 64;

  private static final Set<String> MAKING = Set.of("of", "asList", "ofEntries");

  @Override
  public Set<Class<? extends Node>> kinds() {
    return Set.of(
        ArrayInitializerExpr.class,
        MethodCallExpr.class,
        BinaryExpr.class,
        StringLiteralExpr.class,
        TextBlockLiteralExpr.class);
  }

  @Override
  public void visit(Node node) {
    switch (node) {
      case ArrayInitializerExpr array -> {
        boolean inner =
            array.getParentNode().filter(ArrayInitializerExpr.class::isInstance).isPresent();
        if (!inner) {
          table(array, array.getValues());
        }
      }
      case MethodCallExpr call -> {
        boolean makes =
            MAKING.contains(call.getNameAsString())
                && call.getScope().flatMap(facts.names()::named).isPresent();
        if (makes) {
          table(call, call.getArguments());
        }
      }
      case Expression text when !isJoined(text) ->
          facts
              .constants()
              .text(text)
              .filter(found -> found.length() > PRICES_MIN)
              .filter(found -> PriceSeries.listed(found) >= PRICES_MIN)
              .ifPresent(_ -> facts.add("JV606", text, "text that lists numbers"));
      default -> {
        // Holds no table.
      }
    }
  }

  // Pieces of a text are judged as a whole.
  private static boolean isJoined(Expression text) {
    return text.getParentNode().filter(BinaryExpr.class::isInstance).isPresent();
  }

  private void table(Node node, List<Expression> elements) {
    boolean series = elements.size() >= PRICES_MIN && flow.sense(node).has(Trait.SERIES);
    if (series || isDated(elements) || hasColumnOfPrices(elements)) {
      facts.add("JV606", node, "a table of " + elements.size() + " figures that read as prices");
    } else if (elements.size() >= NUMBERS_MIN
        && elements.stream().allMatch(one -> facts.constants().number(one).isPresent())) {
      facts.add("JV608", node, "a table of " + elements.size() + " numbers");
    }
  }

  // Map.of("2026-01-02", 101.5, ...), Map.entry(LocalDate.of(...), 101.5)
  private boolean isDated(List<Expression> elements) {
    int dates = 0;
    int numbers = 0;
    for (Expression element : elements) {
      List<Expression> cells = cells(element);
      for (Expression cell : cells.isEmpty() ? List.of(element) : cells) {
        dates += flow.sense(cell).has(Trait.DATE) ? 1 : 0;
        numbers += facts.constants().number(cell).isPresent() ? 1 : 0;
      }
    }
    return dates >= DATED_MIN && numbers >= dates;
  }

  private static List<Expression> cells(Expression row) {
    return switch (row) {
      case ArrayInitializerExpr array -> array.getValues();
      case MethodCallExpr call -> call.getArguments();
      case com.github.javaparser.ast.expr.ObjectCreationExpr made -> made.getArguments();
      case com.github.javaparser.ast.expr.ArrayCreationExpr made ->
          made.getInitializer()
              .map(ArrayInitializerExpr::getValues)
              .map(List::<Expression>copyOf)
              .orElse(List.of());
      default -> List.of();
    };
  }

  private boolean hasColumnOfPrices(List<Expression> rows) {
    if (rows.size() < PriceSeries.NUMBERS_MIN) {
      return false;
    }
    int columns = rows.stream().mapToInt(row -> cells(row).size()).min().orElse(0);
    for (int i = 0; i < columns; i++) {
      List<Double> cells = new ArrayList<>();
      for (Expression row : rows) {
        facts.constants().number(cells(row).get(i)).ifPresent(cells::add);
      }
      if (cells.size() == rows.size()
          && PriceSeries.isLikePrices(cells.stream().mapToDouble(Double::doubleValue).toArray())) {
        return true;
      }
    }
    return false;
  }
}
