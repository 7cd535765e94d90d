package dev.glovebox.analyzer.python;

import static dev.glovebox.analyzer.python.Report.quoted;

import dev.glovebox.prepare.python.SyntaxNode;
import dev.glovebox.prepare.python.SyntaxValue;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Warnings about time and memory. None of them flags: budgets and deadlines do that work. */
record ResourceCheck(Names names, Report report) implements Check {
  private static final BigInteger LARGE = BigInteger.TEN.pow(18);
  private static final BigInteger LARGE_COUNT = BigInteger.TEN.pow(7);
  private static final BigInteger LARGE_EXPONENT = BigInteger.valueOf(1_000);

  @Override
  public void visit(Place place) {
    SyntaxNode node = place.node();
    switch (node.kind()) {
      case "While" -> endless(node);
      case "Call" -> call(place, node);
      case "Constant" -> large(node);
      case "BinOp" -> operation(node);
      case "ExceptHandler" -> everything(node);
      case "Assign" -> precision(node);
      default -> {
        // Costs little.
      }
    }
  }

  private void endless(SyntaxNode loop) {
    SyntaxNode test = loop.node("test").orElseThrow();
    boolean always =
        test.is("Constant")
            && test.literal("value")
                .filter(value -> !value.type().equals("NONE"))
                .filter(value -> !value.text().equals("false") && !value.text().equals("0"))
                .isPresent();
    if (always && !leaves(loop)) {
      report.add("PY401", loop, "a loop without a break");
    }
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

  private void call(Place place, SyntaxNode node) {
    SyntaxNode function = node.node("func").orElseThrow();
    recursion(place, function);
    Optional<String> path = names.path(function);
    if (path.isEmpty()) {
      return;
    }
    List<SyntaxNode> arguments = node.nodes("args");
    switch (path.get()) {
      case "itertools.count", "itertools.cycle" ->
          report.add("PY404", node, quoted(path.get()) + " has no end");
      case "itertools.repeat" -> {
        if (arguments.size() < 2 && node.nodes("keywords").isEmpty()) {
          report.add("PY404", node, quoted(path.get()) + " has no end");
        }
      }
      case "builtins.iter" -> {
        if (arguments.size() == 2) {
          report.add("PY404", node, "'iter' with a sentinel may have no end");
        }
      }
      case "builtins.range" -> {
        for (SyntaxNode argument : arguments) {
          if (exceeds(argument, LARGE_COUNT)) {
            report.add("PY403", argument, "a very long range");
          }
        }
      }
      case "builtins.pow" -> {
        if (arguments.size() == 2 && exceeds(arguments.get(1), LARGE_EXPONENT)) {
          report.add("PY403", node, "a very large power");
        }
      }
      default -> {
        // Judged by what it is given.
      }
    }
  }

  private void recursion(Place place, SyntaxNode function) {
    Optional<SyntaxNode> around = place.nearest("FunctionDef", "Lambda", "ClassDef");
    if (around.isEmpty() || !around.get().is("FunctionDef")) {
      return;
    }
    String name = around.get().text("name");
    boolean itself =
        function.is("Name")
            && function.text("id").equals(name)
            && names.meaning(function).stream()
                .flatMap(meaning -> meaning.bindings().stream())
                .anyMatch(binding ->
                    binding instanceof Binding.OwnFunction(SyntaxNode definition)
                        && definition == around.get());
    boolean method =
        function.is("Attribute")
            && function.text("attr").equals(name)
            && names.isSelf(function.node("value").orElseThrow());
    if (itself || method) {
      report.add("PY402", function, quoted(name) + " calls itself");
    }
  }

  private void large(SyntaxNode node) {
    if (integer(node).filter(value -> value.compareTo(LARGE) > 0).isPresent()) {
      report.add("PY403", node, "a very large number");
    }
  }

  private void operation(SyntaxNode node) {
    SyntaxNode left = node.node("left").orElseThrow();
    SyntaxNode right = node.node("right").orElseThrow();
    switch (node.text("op")) {
      case "Pow" -> {
        boolean tower =
            right.is("BinOp")
                && right.text("op").equals("Pow")
                && isNumber(right.node("left").orElseThrow());
        if (tower || exceeds(right, LARGE_EXPONENT)) {
          report.add("PY403", node, "a very large power");
        }
      }
      case "LShift" -> {
        if (exceeds(right, LARGE_EXPONENT)) {
          report.add("PY403", node, "a very large shift");
        }
      }
      case "Mult" -> {
        if ((exceeds(right, LARGE_COUNT) && isSequence(left))
            || (exceeds(left, LARGE_COUNT) && isSequence(right))) {
          report.add("PY403", node, "a very long repetition");
        }
      }
      default -> {
        // Grows slowly.
      }
    }
  }

  private static boolean isNumber(SyntaxNode node) {
    return integer(node).isPresent();
  }

  private static boolean isSequence(SyntaxNode node) {
    return node.is("List") || node.is("Tuple") || (node.is("Constant") && !isNumber(node));
  }

  private static boolean exceeds(SyntaxNode node, BigInteger limit) {
    if (node.is("BinOp") && node.text("op").equals("Pow")) {
      Optional<BigInteger> base = integer(node.node("left").orElseThrow());
      Optional<BigInteger> exponent = integer(node.node("right").orElseThrow());
      return base.isPresent()
          && exponent.isPresent()
          && base.get().bitLength() < 64
          && (exponent.get().bitLength() > 10
              || base.get().pow(exponent.get().intValue()).compareTo(limit) > 0);
    }
    return integer(node).filter(value -> value.compareTo(limit) > 0).isPresent();
  }

  private static Optional<BigInteger> integer(SyntaxNode node) {
    if (!node.is("Constant")) {
      return Optional.empty();
    }
    return node.literal("value")
        .filter(value -> value.type().equals("LONG") || value.type().equals("BIGINTEGER"))
        .map(SyntaxValue.Literal::text)
        .map(text -> new BigInteger(text, 16));
  }

  private void everything(SyntaxNode handler) {
    Optional<SyntaxNode> type = handler.node("type");
    if (type.isEmpty() || type.flatMap(names::path).equals(Optional.of("builtins.BaseException"))) {
      report.add("PY407", handler, "catches everything");
    }
  }

  private void precision(SyntaxNode node) {
    for (SyntaxNode target : node.nodes("targets")) {
      if (target.is("Attribute")
          && target.text("attr").equals("prec")
          && node.node("value").filter(value -> !exceeds(value, LARGE_EXPONENT)).isEmpty()) {
        report.add("PY403", node, "a very large precision");
      }
    }
  }
}
