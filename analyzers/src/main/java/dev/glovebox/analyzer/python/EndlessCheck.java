package dev.glovebox.analyzer.python;

import dev.glovebox.analyzer.findings.Report;
import dev.glovebox.prepare.python.SyntaxNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Loops that nothing in them can end. */
record EndlessCheck(Names names, Constants constants, Report report) implements Check {
  private static final Set<String> CONSUMERS =
      Set.of(
          "builtins.list",
          "builtins.tuple",
          "builtins.set",
          "builtins.sum",
          "builtins.max",
          "builtins.min",
          "builtins.sorted",
          "builtins.dict",
          "builtins.frozenset");

  private static final Set<String> ADDING = Set.of("append", "extend", "insert", "add");

  private static final Set<String> KINDS = Set.of("While", "For", "Call");

  @Override
  public Set<String> kinds() {
    return KINDS;
  }

  @Override
  public void visit(Place place) {
    SyntaxNode node = place.node();
    switch (node.kind()) {
      case "While" -> endless(node);
      case "For" -> {
        SyntaxNode source = node.node("iter").orElseThrow();
        if (!leaves(node) && (isEndlessGenerator(source) || growsAsItGoes(node, source))) {
          report.add("PY401", source, "a loop over what has no end");
        }
      }
      case "Call" -> {
        boolean consumes =
            node.node("func").flatMap(names::path).filter(CONSUMERS::contains).isPresent();
        if (consumes && node.nodes("args").stream().anyMatch(this::isEndlessGenerator)) {
          report.add("PY404", node, "collects what has no end");
        }
      }
      default -> {
        // Does not loop.
      }
    }
  }

  private void endless(SyntaxNode loop) {
    SyntaxNode test = loop.node("test").orElseThrow();
    boolean always = new Truths(constants).of(test).orElse(false);
    if (leaves(loop)) {
      return;
    }
    if (always) {
      report.add("PY401", loop, "a loop without a break");
    } else if (isNeverMoved(loop, test)) {
      report.add("PY401", loop, "nothing in this loop changes its condition");
    } else if (isMovedAway(loop, test)) {
      report.add("PY401", loop, "each round leads away from the end of this loop");
    }
  }

  // while i > 0, where the body never sets i.
  private static boolean isNeverMoved(SyntaxNode loop, SyntaxNode test) {
    Set<String> read = new HashSet<>();
    for (SyntaxNode node : Tree.inside(test)) {
      switch (node.kind()) {
        case "Name" -> read.add(node.text("id"));
        case "Compare", "Constant", "BoolOp", "UnaryOp", "BinOp" -> {
          // Depends on the names in it alone.
        }
        default -> {
          return false;
        }
      }
    }
    if (read.isEmpty() || !test.is("Compare")) {
      // A list that is emptied is not set either.
      return false;
    }
    for (SyntaxNode node : below(loop)) {
      boolean sets =
          node.is("Name") && !node.text("context").equals("Load") && read.contains(node.text("id"));
      if (sets || node.is("Call") || node.is("Global") || node.is("Nonlocal")) {
        return false;
      }
    }
    return true;
  }

  // while i > 0: i += 1
  private boolean isMovedAway(SyntaxNode loop, SyntaxNode test) {
    if (!test.is("Compare") || test.words("ops").size() != 1) {
      return false;
    }
    SyntaxNode counter = test.node("left").orElseThrow();
    boolean bounded = constants.value(test.nodes("comparators").getFirst()).isPresent();
    if (!counter.is("Name") || !bounded) {
      return false;
    }
    int wanted =
        switch (test.words("ops").getFirst()) {
          case "Gt", "GtE" -> 1;
          case "Lt", "LtE" -> -1;
          default -> 0;
        };
    int moves = 0;
    for (SyntaxNode node : below(loop)) {
      if (node.is("AugAssign") && LoopCounts.isSame(node.node("target").orElseThrow(), counter)) {
        int sign = constants.whole(node.node("value").orElseThrow()).map(n -> n.signum()).orElse(0);
        int moved =
            node.text("op").equals("Add") ? sign : node.text("op").equals("Sub") ? -sign : 0;
        if (moved == 0 || moved != wanted) {
          return false;
        }
        moves++;
      } else if (node.is("Name")
          && node.text("id").equals(counter.text("id"))
          && !node.text("context").equals("Load")) {
        moves--;
      }
    }
    // Each step writes the counter once; what writes it elsewhere may turn it round.
    return wanted != 0 && moves == 0 && isStepped(loop, counter);
  }

  private static boolean isStepped(SyntaxNode loop, SyntaxNode counter) {
    return below(loop).stream()
        .anyMatch(node ->
            node.is("AugAssign") && LoopCounts.isSame(node.node("target").orElseThrow(), counter));
  }

  private static List<SyntaxNode> below(SyntaxNode loop) {
    return loop.nodes("body").stream()
        .filter(statement -> !Tree.isDefinition(statement))
        .flatMap(statement -> Tree.inside(statement).stream())
        .toList();
  }

  // for x in items: items.append(x)
  private static boolean growsAsItGoes(SyntaxNode loop, SyntaxNode source) {
    if (!source.is("Name") && !source.is("Attribute")) {
      return false;
    }
    for (SyntaxNode node : below(loop)) {
      if (!node.is("Call")) {
        continue;
      }
      SyntaxNode function = node.node("func").orElseThrow();
      if (function.is("Attribute")
          && ADDING.contains(Names.plain(function.text("attr")))
          && LoopCounts.isSame(function.node("value").orElseThrow(), source)) {
        return true;
      }
    }
    return false;
  }

  /** A call of a function of this source that yields for ever. */
  private boolean isEndlessGenerator(SyntaxNode source) {
    if (!source.is("Call")) {
      return false;
    }
    SyntaxNode function = source.node("func").orElseThrow();
    Optional<SyntaxNode> definition =
        function.is("Name") ? names.ownFunction(function) : Optional.empty();
    return definition.filter(this::yieldsForEver).isPresent();
  }

  private boolean yieldsForEver(SyntaxNode function) {
    for (SyntaxNode statement : function.nodes("body")) {
      if (statement.is("While")
          && new Truths(constants).of(statement.node("test").orElseThrow()).orElse(false)) {
        List<SyntaxNode> nodes = below(statement);
        return nodes.stream().anyMatch(node -> node.is("Yield"))
            && nodes.stream()
                .noneMatch(node -> node.is("Return") || node.is("Raise") || node.is("Break"));
      }
    }
    return false;
  }

  // A break of an inner loop does not leave this one; a return, raise or yield does.
  private static boolean leaves(SyntaxNode loop) {
    record Inside(SyntaxNode node, boolean inInnerLoop) {}
    Deque<Inside> open = new ArrayDeque<>();
    loop.nodes("body").forEach(node -> open.push(new Inside(node, false)));
    while (!open.isEmpty()) {
      Inside inside = open.pop();
      switch (inside.node().kind()) {
        case "Return", "Raise", "Yield", "YieldFrom" -> {
          return true;
        }
        case "Break" -> {
          if (!inside.inInnerLoop()) {
            return true;
          }
        }
        case "FunctionDef", "AsyncFunctionDef", "ClassDef", "Lambda" -> {
          // Leaves itself, not the loop.
        }
        default -> {
          boolean inner = inside.inInnerLoop() || isLoop(inside.node());
          inside.node().children().forEach(child -> open.push(new Inside(child, inner)));
        }
      }
    }
    return false;
  }

  private static boolean isLoop(SyntaxNode node) {
    return node.is("While") || node.is("For") || node.is("AsyncFor");
  }
}
