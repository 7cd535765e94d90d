package dev.glovebox.analyzer.python;

import dev.glovebox.prepare.python.SyntaxNode;
import java.math.BigInteger;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How often loops run, as far as constants say it. */
final class LoopCounts {
  /** Stands for every larger number. */
  static final long MANY = 1_000_000_000_000_000L;

  private static final int STEPS_MAX = 6;

  private static final Set<String> SAME_LENGTH =
      Set.of(
          "builtins.enumerate",
          "builtins.reversed",
          "builtins.sorted",
          "builtins.list",
          "builtins.tuple",
          "builtins.iter",
          "builtins.set",
          "builtins.zip");

  private final Constants constants;
  private final IdentityHashMap<SyntaxNode, Long> factors = new IdentityHashMap<>();

  private LoopCounts(Constants constants) {
    this.constants = constants;
  }

  static LoopCounts of(Tree tree, Constants constants) {
    LoopCounts counts = new LoopCounts(constants);
    for (SyntaxNode node : tree.nodes()) {
      counts.factors.putIfAbsent(node, 1L);
      counts.spread(node, counts.factor(node));
    }
    return counts;
  }

  /** How often {@code node} is reached in one call of the function around it; at least 1. */
  long factor(SyntaxNode node) {
    return factors.getOrDefault(node, 1L);
  }

  /** How often what is inside of {@code loop} runs in one call of the function around it. */
  long inside(SyntaxNode loop) {
    return times(factor(loop), once(loop));
  }

  static long times(long a, long b) {
    return a == 0 || b == 0 ? 0 : a > MANY / b ? MANY : Math.min(MANY, a * b);
  }

  // How often one loop runs each time it is reached.
  private long once(SyntaxNode loop) {
    return switch (loop.kind()) {
      case "For" -> length(loop.node("iter").orElseThrow());
      case "While" -> rounds(loop);
      case "ListComp", "SetComp", "GeneratorExp", "DictComp" -> {
        long product = 1;
        for (SyntaxNode clause : loop.nodes("generators")) {
          product = times(product, length(clause.node("iter").orElseThrow()));
        }
        yield product;
      }
      default -> 1;
    };
  }

  private void spread(SyntaxNode node, long factor) {
    switch (node.kind()) {
      case "For" -> {
        long inside = times(factor, length(node.node("iter").orElseThrow()));
        node.children().forEach(child -> factors.put(child, factor));
        node.nodes("body").forEach(child -> factors.put(child, inside));
      }
      case "While" -> {
        long inside = times(factor, rounds(node));
        node.children().forEach(child -> factors.put(child, factor));
        node.nodes("body").forEach(child -> factors.put(child, inside));
      }
      case "ListComp", "SetComp", "GeneratorExp", "DictComp" -> {
        long product = factor;
        node.children().forEach(child -> factors.put(child, inside(node)));
        for (SyntaxNode clause : node.nodes("generators")) {
          factors.put(clause, product);
          product = times(product, length(clause.node("iter").orElseThrow()));
        }
      }
      case "Comprehension" -> {
        long inside = times(factor, length(node.node("iter").orElseThrow()));
        node.children().forEach(child -> factors.put(child, factor));
        node.nodes("ifs").forEach(child -> factors.put(child, inside));
      }
      case "FunctionDef", "AsyncFunctionDef", "Lambda" ->
          node.children().forEach(child -> factors.put(child, 1L));
      default -> node.children().forEach(child -> factors.put(child, factor));
    }
  }

  /** How many items {@code iterable} has; 1 if only the running program knows. */
  long length(SyntaxNode iterable) {
    return known(iterable, STEPS_MAX).orElse(1L);
  }

  /** How many items {@code iterable} has, if constants say it. */
  Optional<Long> known(SyntaxNode iterable) {
    return known(iterable, STEPS_MAX);
  }

  private Optional<Long> known(SyntaxNode node, int steps) {
    if (steps == 0) {
      return Optional.empty();
    }
    return switch (node.kind()) {
      case "Call" -> called(node, steps);
      case "Name" -> constants.assigned(node).flatMap(value -> known(value, steps - 1));
      case "List", "Tuple", "Set" -> Optional.of((long) node.nodes("elements").size());
      case "Dict" -> Optional.of((long) node.nodes("values").size());
      case "Constant" -> constants.text(node).map(text -> (long) text.text().length());
      case "BinOp" -> repeated(node, steps);
      case "ListComp", "SetComp", "GeneratorExp", "DictComp" ->
          node.nodes("generators").size() == 1
              ? known(node.nodes("generators").getFirst().node("iter").orElseThrow(), steps - 1)
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  private Optional<Long> repeated(SyntaxNode node, int steps) {
    if (!node.text("op").equals("Mult")) {
      return Optional.empty();
    }
    SyntaxNode left = node.node("left").orElseThrow();
    SyntaxNode right = node.node("right").orElseThrow();
    Optional<Long> count = number(right).or(() -> number(left));
    Optional<Long> length = known(left, steps - 1).or(() -> known(right, steps - 1));
    return count.isPresent() && length.isPresent()
        ? Optional.of(times(Math.max(0, count.get()), length.get()))
        : Optional.empty();
  }

  private Optional<Long> called(SyntaxNode node, int steps) {
    Optional<String> path = constants.names().path(node.node("func").orElseThrow());
    List<SyntaxNode> arguments = node.nodes("args");
    if (path.isEmpty() || arguments.isEmpty()) {
      return Optional.empty();
    }
    if (SAME_LENGTH.contains(path.get())) {
      return known(arguments.getFirst(), steps - 1);
    }
    return switch (path.get()) {
      case "builtins.range" -> range(arguments);
      case "builtins.map", "builtins.filter" -> known(arguments.getLast(), steps - 1);
      case "builtins.bytes", "builtins.bytearray" -> number(arguments.getFirst());
      case "itertools.repeat", "itertools.islice" ->
          arguments.size() == 2 ? number(arguments.get(1)) : Optional.empty();
      case "itertools.product" -> product(node, arguments, steps);
      case "itertools.permutations",
          "itertools.combinations",
          "itertools.combinations_with_replacement" ->
          known(arguments.getFirst(), steps - 1).map(items -> ways(path.get(), items, arguments));
      default -> Optional.empty();
    };
  }

  private Optional<Long> product(SyntaxNode node, List<SyntaxNode> arguments, int steps) {
    long product = 1;
    for (SyntaxNode argument : arguments) {
      product = times(product, known(argument, steps - 1).orElse(1L));
    }
    Optional<Long> repeat =
        node.nodes("keywords").stream()
            .filter(keyword -> keyword.text("arg").equals("repeat"))
            .findFirst()
            .flatMap(keyword -> number(keyword.node("value").orElseThrow()));
    long all = product;
    for (long i = 1; i < Math.min(64, repeat.orElse(1L)); i++) {
      all = times(all, product);
    }
    return Optional.of(all);
  }

  private long ways(String path, long items, List<SyntaxNode> arguments) {
    long taken = arguments.size() > 1 ? number(arguments.get(1)).orElse(1L) : items;
    double ways = 1;
    for (long i = 0; i < Math.min(taken, 200); i++) {
      ways *= path.endsWith("replacement") ? items + i : items - i;
      if (!path.endsWith("permutations")) {
        ways /= i + 1;
      }
    }
    return (long) Math.clamp(ways, 0, (double) MANY);
  }

  private Optional<Long> range(List<SyntaxNode> arguments) {
    Optional<Long> first = number(arguments.getFirst());
    if (arguments.size() == 1) {
      return first.map(count -> Math.max(0, count));
    }
    Optional<Long> last = number(arguments.get(1));
    Optional<Long> step = arguments.size() > 2 ? number(arguments.get(2)) : Optional.of(1L);
    if (first.isEmpty() || last.isEmpty() || step.isEmpty() || step.get() == 0) {
      return Optional.empty();
    }
    long width = last.get() - first.get();
    return Optional.of(Math.max(0, width / step.get()));
  }

  /** The whole number, at most {@link #MANY} either way, that {@code node} comes to. */
  Optional<Long> number(SyntaxNode node) {
    return constants
        .value(node)
        .flatMap(value ->
            switch (value) {
              case Value.Whole(BigInteger number) ->
                  Optional.of(
                      number.bitLength() > 49 ? number.signum() * MANY : number.longValueExact());
              case Value.Huge _ -> Optional.of(MANY);
              case Value.Real(double real) ->
                  Double.isNaN(real)
                      ? Optional.empty()
                      : Optional.of((long) Math.clamp(real, -1e15, 1e15));
              case Value.Text _, Value.Items _, Value.Table _ -> Optional.empty();
            });
  }

  // while count < 2_000_000: count += 1
  private long rounds(SyntaxNode loop) {
    SyntaxNode test = loop.node("test").orElseThrow();
    List<SyntaxNode> compared =
        test.is("BoolOp") && test.text("op").equals("And") ? test.nodes("values") : List.of(test);
    long least = MANY;
    boolean known = false;
    for (SyntaxNode one : compared) {
      Optional<Long> rounds = rounds(loop, one);
      if (rounds.isPresent()) {
        known = true;
        least = Math.min(least, rounds.get());
      }
    }
    return known ? Math.max(1, least) : 1;
  }

  private Optional<Long> rounds(SyntaxNode loop, SyntaxNode test) {
    if (!test.is("Compare") || test.nodes("comparators").size() != 1) {
      return Optional.empty();
    }
    SyntaxNode left = test.node("left").orElseThrow();
    SyntaxNode right = test.nodes("comparators").getFirst();
    Optional<Long> bound = number(right).or(() -> number(left));
    SyntaxNode counter = number(right).isPresent() ? left : right;
    Optional<Long> step = step(loop, counter);
    return bound.isPresent() && step.isPresent()
        ? Optional.of(Math.max(1, Math.abs(bound.get()) / Math.max(1, Math.abs(step.get()))))
        : Optional.empty();
  }

  // By how much the body moves what the condition compares, if it is a constant.
  private Optional<Long> step(SyntaxNode loop, SyntaxNode counter) {
    for (SyntaxNode statement : loop.nodes("body")) {
      if (Tree.isDefinition(statement)) {
        continue;
      }
      for (SyntaxNode node : Tree.inside(statement)) {
        if (node.is("AugAssign")
            && (node.text("op").equals("Add") || node.text("op").equals("Sub"))
            && isSame(node.node("target").orElseThrow(), counter)) {
          return number(node.node("value").orElseThrow());
        }
      }
    }
    return Optional.empty();
  }

  static boolean isSame(SyntaxNode a, SyntaxNode b) {
    if (a.is("Name") && b.is("Name")) {
      return a.text("id").equals(b.text("id"));
    }
    return a.is("Attribute")
        && b.is("Attribute")
        && a.text("attr").equals(b.text("attr"))
        && a.node("value").orElseThrow().is("Name")
        && b.node("value").orElseThrow().is("Name")
        && isSame(a.node("value").orElseThrow(), b.node("value").orElseThrow());
  }
}
