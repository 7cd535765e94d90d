package dev.glovebox.analyzer.python;

import dev.glovebox.analyzer.findings.Report;
import dev.glovebox.analyzer.flow.Dates;
import dev.glovebox.analyzer.flow.Sense;
import dev.glovebox.analyzer.flow.Trait;
import dev.glovebox.prepare.python.SyntaxNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Branches on absolute dates or on how many bars there were: what a time bomb looks like. */
record DateCheck(Names names, Flow flow, Report report) implements Check {
  private static final Set<String> KINDS =
      Set.of(
          "Compare",
          "Match",
          "Subscript",
          "Call",
          "BinOp",
          "If",
          "While",
          "IfExp",
          "Assert",
          "BoolOp");

  private static final double BARS_OF_PAST_MIN = 5_000;
  private static final double SECONDS_MIN = 1.2e9;
  private static final double SECONDS_MAX = 2.6e9;
  private static final double YEAR_MAX = 2_200;

  private static final Set<String> LOOKING =
      Set.of(
          "get",
          "pop",
          "setdefault",
          "startswith",
          "find",
          "index",
          "count",
          "__getitem__",
          "__contains__",
          "__eq__",
          "__ne__",
          "__lt__",
          "__le__",
          "__gt__",
          "__ge__",
          "__sub__",
          "__rsub__",
          "removeprefix",
          "partition",
          "bisect",
          "bisect_left",
          "bisect_right");

  @Override
  public Set<String> kinds() {
    return KINDS;
  }

  @Override
  public void visit(Place place) {
    SyntaxNode node = place.node();
    switch (node.kind()) {
      case "Compare" -> compare(node);
      case "Match" -> match(node);
      case "Subscript" -> lookUp(node, node.node("value"), node.node("slice"));
      case "Call" -> call(node);
      case "BinOp" -> divided(place, node);
      case "If", "While", "IfExp", "Assert" -> node.node("test").ifPresent(this::fuse);
      case "BoolOp" -> node.nodes("values").forEach(this::fuse);
      default -> {
        // Decides nothing.
      }
    }
  }

  private void compare(SyntaxNode node) {
    List<SyntaxNode> sides = new ArrayList<>();
    node.node("left").ifPresent(sides::add);
    sides.addAll(node.nodes("comparators"));
    List<String> operators = node.words("ops");
    for (int i = 0; i < operators.size(); i++) {
      SyntaxNode left = sides.get(i);
      SyntaxNode right = sides.get(i + 1);
      String op = operators.get(i);
      if (op.equals("Is") || op.equals("IsNot")) {
        continue;
      }
      Sense a = flow.sense(left);
      Sense b = flow.sense(right);
      if (names(a, b, op) || names(b, a, op)) {
        report.add("PY701", node, "compares the time with a date");
      } else if (counts(left, a, b, op) || counts(right, b, a, op)) {
        report.add("PY702", node, "compares the number of bars with a constant");
      }
    }
  }

  private static boolean names(Sense a, Sense b, String op) {
    return Dates.names(a, b, op.equals("Eq") || op.equals("NotEq"));
  }

  private boolean counts(SyntaxNode node, Sense a, Sense b, String op) {
    if (isLengthOfPast(node) && !a.has(Trait.LASTING) && !a.has(Trait.DAYS)) {
      return b.numeric() && b.most() >= BARS_OF_PAST_MIN;
    }
    return Dates.counts(
        a, b, op.equals("Eq") || op.equals("NotEq") || op.equals("In") || op.equals("NotIn"));
  }

  // len(ctx.closes(9000)): as a warm-up it may well be long.
  private boolean isLengthOfPast(SyntaxNode node) {
    return node.is("Call")
        && node.node("func").flatMap(names::path).equals(Optional.of(Names.BUILTIN + "len"))
        && node.nodes("args").stream()
            .map(flow::sense)
            .anyMatch(sense -> sense.has(Trait.BARS) || sense.has(Trait.CLOSES));
  }

  // A countdown: while self.left, if not self.left.
  private void fuse(SyntaxNode test) {
    SyntaxNode asked = test;
    while (asked.is("UnaryOp")) {
      asked = asked.node("operand").orElseThrow();
    }
    Sense sense = flow.sense(asked);
    if (sense.has(Trait.COUNTER) && Dates.isFuse(sense, Dates.BARS_MIN)) {
      report.add("PY702", test, "asks whether a count of bars is over");
    }
  }

  private void match(SyntaxNode node) {
    Sense subject = flow.sense(node.node("subject"));
    if (!subject.timed() && !subject.has(Trait.COUNTER)) {
      return;
    }
    Deque<SyntaxNode> open = new ArrayDeque<>();
    node.nodes("cases").forEach(one -> one.node("pattern").ifPresent(open::push));
    while (!open.isEmpty()) {
      SyntaxNode pattern = open.pop();
      if (pattern.is("MatchValue")) {
        Sense value = flow.sense(pattern.node("value"));
        if (names(subject, value, "Eq")) {
          report.add("PY701", pattern, "matches the time with a date");
        } else if (subject.has(Trait.COUNTER)
            && value.numeric()
            && value.most() >= Dates.BARS_EXACT_MIN) {
          report.add("PY702", pattern, "matches the number of bars with a constant");
        }
      } else {
        pattern.children().forEach(open::push);
      }
    }
  }

  private void lookUp(SyntaxNode node, Optional<SyntaxNode> container, Optional<SyntaxNode> key) {
    Sense sought = flow.sense(key);
    Sense held = flow.sense(container);
    if (sought.timed() && !held.timed() && isDated(held)) {
      report.add("PY701", node, "looks the time up among dates");
    }
  }

  private static boolean isDated(Sense held) {
    return held.has(Trait.DATE)
        || (held.numeric() && held.most() >= Dates.ABSOLUTE_MIN && held.most() <= YEAR_MAX);
  }

  private void call(SyntaxNode node) {
    SyntaxNode function = node.node("func").orElseThrow();
    List<SyntaxNode> given = node.nodes("args");
    if (function.is("Attribute") && LOOKING.contains(function.text("attr"))) {
      SyntaxNode receiver = function.node("value").orElseThrow();
      for (SyntaxNode argument : given) {
        Sense base = flow.sense(receiver);
        Sense sense = flow.sense(argument);
        if ((names(base, sense, "Eq") && !sense.timed())
            || (sense.timed() && !base.timed() && isDated(base))) {
          report.add("PY701", node, "looks the time up among dates");
          return;
        }
      }
    }
    if (given.size() >= 2 && isComparing(function)) {
      boolean timed = given.stream().map(flow::sense).anyMatch(Sense::timed);
      boolean dated =
          given.stream()
              .map(flow::sense)
              .anyMatch(sense ->
                  sense.has(Trait.DATE)
                      || (sense.numeric() && !sense.timed() && sense.most() >= Dates.ABSOLUTE_MIN));
      if (timed && dated) {
        report.add("PY701", node, "compares the time with a date");
      }
    }
  }

  private boolean isComparing(SyntaxNode function) {
    String path = names.path(function).orElse("");
    return path.equals("builtins.min")
        || path.equals("builtins.max")
        || path.startsWith("operator.")
        || path.startsWith("bisect.");
  }

  // now.year // 2024: a branch made of arithmetic.
  private void divided(Place place, SyntaxNode node) {
    String op = node.text("op");
    if (!op.equals("FloorDiv") && !op.equals("Div") && !op.equals("Mod")) {
      return;
    }
    Sense left = flow.sense(node.node("left"));
    Sense right = flow.sense(node.node("right"));
    boolean named =
        (right.most() >= Dates.ABSOLUTE_MIN && right.most() <= YEAR_MAX)
            || (right.most() >= SECONDS_MIN && right.most() <= SECONDS_MAX);
    boolean cyclic =
        place.parent("BinOp").filter(outer -> outer.text("op").equals("Mod")).isPresent();
    if (left.has(Trait.MOMENT) && right.numeric() && named && !cyclic) {
      report.add("PY701", node, "divides the time by a date");
    }
  }
}
