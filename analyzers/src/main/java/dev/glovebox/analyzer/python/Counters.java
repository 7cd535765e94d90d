package dev.glovebox.analyzer.python;

import dev.glovebox.analyzer.flow.Sense;
import dev.glovebox.analyzer.flow.Trait;
import dev.glovebox.prepare.python.SyntaxNode;
import java.util.Set;

/** What counts: variables that grow or shrink by a constant and outlive a call. */
final class Counters {
  private static final double STEP_MAX = 10;

  private static final Set<String> BEGINNINGS = Set.of("__init__", "__post_init__", "on_start");

  private Counters() {}

  /** Whether {@code value} is {@code target} plus or minus a step. */
  static boolean steps(Flow flow, SyntaxNode target, SyntaxNode value) {
    if (!value.is("BinOp")) {
      return false;
    }
    SyntaxNode left = value.node("left").orElseThrow();
    SyntaxNode right = value.node("right").orElseThrow();
    return switch (value.text("op")) {
      case "Add" ->
          (isSame(target, left) && isStep(flow, right))
              || (isSame(target, right) && isStep(flow, left));
      case "Sub" -> isSame(target, left) && isStep(flow, right);
      default -> false;
    };
  }

  /** Whether {@code value} is {@code target} times a constant, at every bar. */
  static boolean fades(Flow flow, SyntaxNode target, SyntaxNode value) {
    return value.is("BinOp")
        && isSame(target, value.node("left").orElseThrow())
        && isScale(flow, value.text("op"), value.node("right").orElseThrow())
        && outlives(flow.names(), target)
        && everyBar(flow.names(), value);
  }

  static boolean isScale(Flow flow, String op, SyntaxNode value) {
    Sense sense = flow.sense(value);
    return (op.equals("Mult") || op.equals("Div"))
        && sense.numeric()
        && sense.traits() == 0
        && sense.least() > 0;
  }

  static boolean isStep(Flow flow, SyntaxNode value) {
    Sense sense = flow.sense(value);
    return sense.numeric() && sense.traits() == 0 && sense.least() >= 1 && sense.most() <= STEP_MAX;
  }

  /** Whether two chains of names and attributes read the same. */
  static boolean isSame(SyntaxNode one, SyntaxNode other) {
    SyntaxNode a = one;
    SyntaxNode b = other;
    while (a.is("Attribute") && b.is("Attribute")) {
      if (!a.text("attr").equals(b.text("attr"))) {
        return false;
      }
      a = a.node("value").orElseThrow();
      b = b.node("value").orElseThrow();
    }
    if (a.is("Subscript") && b.is("Subscript")) {
      SyntaxNode key = a.node("slice").orElseThrow();
      SyntaxNode otherKey = b.node("slice").orElseThrow();
      return key.is("Constant")
          && otherKey.is("Constant")
          && key.literal("value").equals(otherKey.literal("value"))
          && isSame(a.node("value").orElseThrow(), b.node("value").orElseThrow());
    }
    return a.is("Name") && b.is("Name") && a.text("id").equals(b.text("id"));
  }

  /** Whether {@code target} keeps its value from call to call. */
  static boolean outlives(Names names, SyntaxNode target) {
    SyntaxNode root = target;
    while (root.is("Subscript")) {
      root = root.node("value").orElseThrow();
    }
    return root.is("Attribute")
        || (root.is("Name") && names.opener(root).is("FunctionDef") && !names.isLocal(root));
  }

  /** Whether {@code part}, a statement or what it assigns, is done at each bar. */
  static boolean everyBar(Names names, SyntaxNode part) {
    SyntaxNode function = names.opener(part);
    if (!function.is("FunctionDef")) {
      return false;
    }
    String name = Names.plain(function.text("name"));
    if (!name.equals("on_bar") && !name.equals("on_bars")) {
      return false;
    }
    for (SyntaxNode statement : function.nodes("body")) {
      if (statement == part
          || (statement.is("Assign")
              && statement.node("value").filter(v -> v == part).isPresent())) {
        return true;
      }
    }
    return false;
  }

  /** Notes that {@code target} does not only count. */
  static void markSetAnew(Flow flow, SyntaxNode target, SyntaxNode value) {
    if (isBounded(flow, value)) {
      flow.variable(target).ifPresent(Variable::markShortened);
    }
    SyntaxNode function = flow.names().opener(target);
    if (function.is("FunctionDef")
        && !BEGINNINGS.contains(Names.plain(function.text("name")))
        && outlives(flow.names(), target)) {
      flow.variable(target).ifPresent(Variable::markShortened);
      if (!flow.sense(value).has(Trait.COUNTER) && !flow.sense(value).has(Trait.STEPPING)) {
        flow.variable(target).ifPresent(variable -> variable.setAnew(value));
      } else {
        flow.variable(target).ifPresent(variable -> variable.goesOn(value));
      }
    }
  }

  private static boolean isBounded(Flow flow, SyntaxNode value) {
    return value.is("Call")
        && value
            .node("func")
            .flatMap(flow.names()::path)
            .filter(path -> path.equals("collections.deque"))
            .isPresent()
        && Keywords.argument(value, 1, "maxlen").isPresent();
  }
}
