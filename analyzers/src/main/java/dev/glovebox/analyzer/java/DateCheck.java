package dev.glovebox.analyzer.java;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.SwitchStmt;
import dev.glovebox.analyzer.flow.Dates;
import dev.glovebox.analyzer.flow.Sense;
import dev.glovebox.analyzer.flow.Trait;
import java.util.List;
import java.util.Set;

/** Branches on absolute dates or on how many bars there were: what a time bomb looks like. */
record DateCheck(Facts facts, Flow flow) implements Check {
  private static final double YEAR_MAX = 2_200;
  private static final double SECONDS_MIN = 1.2e9;
  private static final double MILLIS_MAX = 2.6e12;
  private static final int CYCLE_MAX = 1_000_000;

  private static final Set<String> COMPARING =
      Set.of("equals", "compareTo", "isAfter", "isBefore", "isEqual", "compare", "min", "max");

  private static final Set<String> LOOKING =
      Set.of(
          "contains",
          "containsKey",
          "get",
          "getOrDefault",
          "indexOf",
          "startsWith",
          "endsWith",
          "matches",
          "floorKey",
          "floorEntry",
          "ceilingKey",
          "higherKey",
          "lowerKey",
          "headMap",
          "tailMap",
          "binarySearch",
          "remove");

  @Override
  public Set<Class<? extends Node>> kinds() {
    return Set.of(
        BinaryExpr.class,
        MethodCallExpr.class,
        ArrayAccessExpr.class,
        SwitchExpr.class,
        SwitchStmt.class);
  }

  @Override
  public void visit(Node node) {
    switch (node) {
      case BinaryExpr binary -> binary(binary);
      case MethodCallExpr call -> call(call);
      case ArrayAccessExpr access -> lookUp(access, access.getName(), access.getIndex());
      case SwitchExpr choice -> chosen(choice.getSelector(), choice.getEntries());
      case SwitchStmt choice -> chosen(choice.getSelector(), choice.getEntries());
      default -> {
        // Decides nothing.
      }
    }
  }

  private void binary(BinaryExpr binary) {
    switch (binary.getOperator()) {
      case EQUALS, NOT_EQUALS -> compare(binary, binary.getLeft(), binary.getRight(), true);
      case LESS, LESS_EQUALS, GREATER, GREATER_EQUALS ->
          compare(binary, binary.getLeft(), binary.getRight(), false);
      case DIVIDE -> divided(binary);
      default -> {
        // Decides nothing.
      }
    }
  }

  private void compare(Node node, Expression left, Expression right, boolean equality) {
    Sense a = flow.sense(left);
    Sense b = flow.sense(right);
    if (Dates.names(a, b, equality) || Dates.names(b, a, equality)) {
      facts.add("JV701", node, "compares the time with a date");
    } else if (Dates.counts(a, b, equality) || Dates.counts(b, a, equality)) {
      facts.add("JV702", node, "compares the number of bars with a constant");
    }
  }

  // now.getYear() / 2026: a branch made of arithmetic.
  private void divided(BinaryExpr binary) {
    Sense by = flow.sense(binary.getRight());
    boolean named =
        (by.most() >= Dates.ABSOLUTE_MIN && by.most() <= YEAR_MAX)
            || (by.most() >= SECONDS_MIN && by.most() <= MILLIS_MAX);
    if (flow.sense(binary.getLeft()).has(Trait.MOMENT)
        && by.numeric()
        && named
        && by.most() % CYCLE_MAX != 0) {
      facts.add("JV701", binary, "divides the time by a date");
    }
  }

  private void call(MethodCallExpr call) {
    String name = call.getNameAsString();
    List<Expression> given = call.getArguments();
    if (given.isEmpty() || call.getScope().isEmpty()) {
      return;
    }
    Expression scope = call.getScope().get();
    boolean named = facts.names().named(scope).isPresent();
    if (COMPARING.contains(name)) {
      Expression left = named ? given.getFirst() : scope;
      compare(call, left, given.getLast(), name.equals("equals") || name.equals("isEqual"));
    } else if (LOOKING.contains(name)) {
      lookUp(call, named ? given.getFirst() : scope, named ? given.getLast() : given.getFirst());
    }
  }

  private void lookUp(Node node, Expression held, Expression sought) {
    Sense container = flow.sense(held);
    Sense key = flow.sense(sought);
    boolean among = key.timed() && !container.timed() && isDated(container);
    boolean within = Dates.names(container, key, true) && !key.timed();
    if (among || within) {
      facts.add("JV701", node, "looks the time up among dates");
    }
  }

  private static boolean isDated(Sense held) {
    return held.has(Trait.DATE)
        || (held.numeric() && held.most() >= Dates.ABSOLUTE_MIN && held.most() <= YEAR_MAX);
  }

  private void chosen(Expression selector, NodeList<SwitchEntry> entries) {
    Sense subject = flow.sense(selector);
    if (!subject.timed() && !subject.has(Trait.COUNTER)) {
      return;
    }
    for (SwitchEntry entry : entries) {
      for (Expression label : entry.getLabels()) {
        Sense value = flow.sense(label);
        if (Dates.names(subject, value, true)) {
          facts.add("JV701", label, "matches the time with a date");
        } else if (subject.has(Trait.COUNTER)
            && !subject.has(Trait.REPEATING)
            && value.numeric()
            && value.most() >= Dates.BARS_EXACT_MIN) {
          facts.add("JV702", label, "matches the number of bars with a constant");
        }
      }
    }
  }
}
