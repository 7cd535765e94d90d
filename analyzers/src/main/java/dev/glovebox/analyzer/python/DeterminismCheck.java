package dev.glovebox.analyzer.python;

import static dev.glovebox.analyzer.findings.Report.quoted;

import dev.glovebox.analyzer.findings.Report;
import dev.glovebox.analyzer.flow.Sense;
import dev.glovebox.analyzer.flow.Trait;
import dev.glovebox.prepare.python.SyntaxNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What nobody decided: the order of sets, hashes, identity of values, equality of floats. */
record DeterminismCheck(Names names, Flow flow, Report report) implements Check {
  private static final Set<String> KINDS =
      Set.of("For", "ListComp", "GeneratorExp", "Call", "Starred", "Assign", "Name", "Compare");

  /** A body is looked through so far. */
  private static final int NODES_MAX = 2_000;

  private static final Set<String> ORDERED =
      Set.of(
          "builtins.list",
          "builtins.tuple",
          "builtins.str",
          "builtins.repr",
          "builtins.enumerate",
          "builtins.zip",
          "builtins.iter",
          "builtins.next",
          "builtins.reversed",
          "builtins.map",
          "functools.reduce",
          "collections.deque");

  private static final Set<String> UNORDERED =
      Set.of(
          "builtins.sorted",
          "builtins.set",
          "builtins.frozenset",
          "builtins.min",
          "builtins.max",
          "builtins.any",
          "builtins.all",
          "builtins.len",
          "builtins.sum",
          "math.fsum");

  private static final Set<String> ORDERS =
      Set.of("buy", "sell", "close", "target", "target_percent", "append");

  @Override
  public Set<String> kinds() {
    return KINDS;
  }

  @Override
  public void visit(Place place) {
    SyntaxNode node = place.node();
    switch (node.kind()) {
      case "For" -> loop(node);
      case "ListComp", "GeneratorExp" -> comprehension(place, node);
      case "Call" -> call(place, node);
      case "Starred" -> starred(place, node);
      case "Assign" -> unpacked(node);
      case "Name" -> hash(place, node);
      case "Compare" -> compare(node);
      default -> {
        // Says what it means.
      }
    }
  }

  private boolean isSet(Optional<SyntaxNode> node) {
    return flow.sense(node).has(Trait.SET);
  }

  private void order(SyntaxNode node) {
    report.add("PY651", node, "goes through a set in whatever order it has");
  }

  private void loop(SyntaxNode node) {
    if (!isSet(node.node("iter"))) {
      return;
    }
    Deque<SyntaxNode> open = new ArrayDeque<>(node.nodes("body"));
    for (int i = 0; i < NODES_MAX && !open.isEmpty(); i++) {
      SyntaxNode here = open.pop();
      boolean decides =
          here.is("Break")
              || here.is("Return")
              || here.is("Yield")
              || (here.is("Attribute") && ORDERS.contains(here.text("attr")));
      if (decides) {
        order(node.node("iter").orElseThrow());
        return;
      }
      here.children().forEach(open::push);
    }
  }

  private void comprehension(Place place, SyntaxNode node) {
    boolean overSet =
        node.nodes("generators").stream().anyMatch(clause -> isSet(clause.node("iter")));
    boolean unordered =
        place
            .parent("Call")
            .flatMap(call -> call.node("func"))
            .flatMap(names::path)
            .filter(UNORDERED::contains)
            .isPresent();
    if (overSet && !unordered) {
      order(node);
    }
  }

  private void call(Place place, SyntaxNode node) {
    SyntaxNode function = node.node("func").orElseThrow();
    String path = names.path(function).orElse("");
    boolean given = node.nodes("args").stream().anyMatch(argument -> isSet(Optional.of(argument)));
    if (given && (ORDERED.contains(path) || path.startsWith("itertools."))) {
      boolean unordered =
          place
              .parent("Call")
              .flatMap(call -> call.node("func"))
              .flatMap(names::path)
              .filter(UNORDERED::contains)
              .isPresent();
      if (!unordered) {
        order(node);
      }
      return;
    }
    if (!function.is("Attribute")) {
      return;
    }
    String name = Names.plain(function.text("attr"));
    if (name.equals("pop") && node.nodes("args").isEmpty() && isSet(function.node("value"))) {
      order(node);
    } else if (name.equals("join") && given) {
      order(node);
    } else if (name.equals("__hash__")) {
      report.add("PY652", node, "decides by a hash");
    } else if ((name.equals("seed") || name.equals("setstate")) && flow.methods(name).isEmpty()) {
      report.add("PY654", node, quoted(name) + " replaces the seed of the run");
    }
  }

  private void starred(Place place, SyntaxNode node) {
    boolean ordered =
        place.parent("List").isPresent()
            || place.parent("Tuple").isPresent()
            || place.parent("Call").isPresent();
    if (node.text("context").equals("Load") && ordered && isSet(node.node("value"))) {
      order(node);
    }
  }

  private void unpacked(SyntaxNode node) {
    boolean several =
        node.nodes("targets").stream().anyMatch(target -> target.is("Tuple") || target.is("List"));
    SyntaxNode value = node.node("value").orElseThrow();
    if (several && !value.is("Tuple") && isSet(Optional.of(value))) {
      order(value);
    }
  }

  private void hash(Place place, SyntaxNode node) {
    boolean builtin =
        node.text("id").equals("hash")
            && node.text("context").equals("Load")
            && names.path(node).equals(Optional.of(Names.BUILTIN + "hash"));
    if (!builtin) {
      return;
    }
    Optional<SyntaxNode> around = place.nearest("FunctionDef");
    if (around.filter(function -> function.text("name").equals("__hash__")).isEmpty()) {
      report.add("PY652", node, "decides by a hash");
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
      switch (operators.get(i)) {
        case "Is", "IsNot" -> {
          if (isLiteral(left) || isLiteral(right) || (isFigure(left) && isFigure(right))) {
            report.add("PY653", node, "compares a value by its identity");
          }
        }
        case "Eq", "NotEq" -> {
          if (!Counters.isSame(left, right) && (isInexact(left, right) || isInexact(right, left))) {
            report.add("PY655", node, "compares a computed float for equality");
          }
        }
        default -> {
          // Orders, or asks for membership.
        }
      }
    }
  }

  private static boolean isLiteral(SyntaxNode node) {
    return node.is("Constant")
        && node.literal("value")
            .filter(value -> !Set.of("NONE", "ELLIPSIS", "BOOLEAN").contains(value.type()))
            .isPresent();
  }

  private boolean isFigure(SyntaxNode node) {
    Sense sense = flow.sense(node);
    return sense.has(Trait.PRICE) || sense.has(Trait.COMPUTED);
  }

  private boolean isInexact(SyntaxNode node, SyntaxNode other) {
    Sense against = flow.sense(other);
    boolean exact = other.is("Constant") && !(against.numeric() && against.most() != 0);
    if (exact) {
      return false;
    }
    Sense sense = flow.sense(node);
    boolean fraction =
        sense.numeric() && sense.traits() == 0 && sense.most() != Math.rint(sense.most());
    return fraction || sense.has(Trait.COMPUTED);
  }
}
