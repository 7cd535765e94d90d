package dev.glovebox.analyzer.python;

import static dev.glovebox.analyzer.findings.Report.quoted;

import dev.glovebox.analyzer.findings.Report;
import dev.glovebox.prepare.python.SyntaxNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Adds up what loops cost over the functions that they call, and finds calls that lead back to
 * themselves.
 */
final class LoopCosts {
  /** Rounds of which a call can never come to the end: each is two statements or more. */
  static final long ROUNDS_MAX = 500_000;

  /** Orders or lines of log that one call may come to; the limit of intents per hook call. */
  static final long ORDERS_MAX = 256;

  /** Items that one call of the interpreter may keep, or read one by one. */
  private static final long KEPT_MAX = 1_000_000;

  private static final long READ_MAX = 10_000_000;

  private static final Set<String> KEEPING =
      Set.of(
          "builtins.list",
          "builtins.tuple",
          "builtins.set",
          "builtins.sorted",
          "builtins.dict",
          "builtins.frozenset",
          "collections.deque",
          "collections.Counter",
          "math.prod");

  private static final Set<String> READING =
      Set.of("builtins.sum", "builtins.max", "builtins.min", "builtins.any", "builtins.all");

  private static final Set<String> WRITING =
      Set.of(
          "buy", "sell", "close", "target", "target_percent", "bracket", "modify", "cancel", "log");

  private record Call(SyntaxNode to, SyntaxNode where, long weight) {}

  private final Tree tree;
  private final Names names;
  private final HostValues host;
  private final Constants constants;
  private final Report report;
  private final CallGraph graph;
  private final LoopCounts counts;
  private final IdentityHashMap<SyntaxNode, List<Call>> calls = new IdentityHashMap<>();
  private final IdentityHashMap<SyntaxNode, Long> own = new IdentityHashMap<>();
  private final IdentityHashMap<SyntaxNode, Long> totals = new IdentityHashMap<>();
  private final Set<SyntaxNode> done = Collections.newSetFromMap(new IdentityHashMap<>());

  LoopCosts(Tree tree, Names names, Constants constants, HostValues host, Report report) {
    this.tree = tree;
    this.names = names;
    this.host = host;
    this.constants = constants;
    this.report = report;
    this.graph = CallGraph.of(tree, names);
    this.counts = LoopCounts.of(tree, constants);
  }

  /** Looks at the whole source. */
  void judge() {
    recursion();
    loops();
    tree.all("Call").forEach(this::floods);
    tree.all("Call").forEach(this::collected);
    new Doublings(tree, names, constants, counts, report).judge();
    new NestedValues(tree, names, graph, counts, report).judge();
  }

  private void recursion() {
    for (CallGraph.Edge edge : graph.circular()) {
      String name = edge.to().is("Lambda") ? "a lambda" : quoted(edge.to().text("name"));
      report.add(
          "PY402",
          edge.where(),
          edge.from() == edge.to()
              ? name + " calls itself"
              : name + " leads back to where it is called");
    }
  }

  private void loops() {
    for (CallGraph.Edge edge : graph.edges()) {
      add(edge.from(), new Call(edge.to(), edge.where(), counts.factor(edge.where())));
    }
    tree.all("Call").forEach(this::callbacks);
    for (String kind : List.of("For", "While", "ListComp", "SetComp", "DictComp", "GeneratorExp")) {
      tree.all(kind).forEach(this::loop);
    }
    for (SyntaxNode unit : units()) {
      total(unit);
    }
    for (SyntaxNode unit : units()) {
      judge(unit);
    }
  }

  // Where the rounds of a function and of what it calls become too many, none of them being so.
  private void judge(SyntaxNode unit) {
    long rounds = own.getOrDefault(unit, 1L);
    for (Call call : calls.getOrDefault(unit, List.of())) {
      long below = totals.getOrDefault(call.to(), 1L);
      long added = LoopCounts.times(call.weight(), below);
      long after = rounds + added;
      boolean tooMany = added > ROUNDS_MAX || (rounds <= ROUNDS_MAX && after > ROUNDS_MAX);
      if (tooMany && call.weight() <= ROUNDS_MAX && below <= ROUNDS_MAX) {
        report.add(
            "PY409", call.where(), "the loops around and below this call multiply their rounds");
      }
      rounds = Math.min(LoopCounts.MANY, after);
    }
  }

  private List<SyntaxNode> units() {
    List<SyntaxNode> units = new ArrayList<>();
    units.add(tree.nodes().getFirst());
    units.addAll(tree.all("FunctionDef"));
    units.addAll(tree.all("Lambda"));
    return units;
  }

  private void add(SyntaxNode unit, Call call) {
    calls.computeIfAbsent(unit, _ -> new ArrayList<>()).add(call);
  }

  // sorted(range(20_000), key=slow): the function runs for each of the items beside it.
  private void callbacks(SyntaxNode call) {
    List<SyntaxNode> given = new ArrayList<>(call.nodes("args"));
    call.nodes("keywords").forEach(keyword -> given.add(keyword.node("value").orElseThrow()));
    long items = 1;
    for (SyntaxNode argument : given) {
      items = Math.max(items, counts.length(argument));
    }
    for (SyntaxNode argument : given) {
      SyntaxNode to = argument.is("Lambda") ? argument : graph.target(argument).orElse(call);
      if (to != call) {
        add(graph.unit(call), new Call(to, argument, LoopCounts.times(counts.factor(call), items)));
      }
    }
  }

  private void loop(SyntaxNode loop) {
    long inside = counts.inside(loop);
    if (inside > ROUNDS_MAX && counts.factor(loop) <= ROUNDS_MAX) {
      SyntaxNode where =
          switch (loop.kind()) {
            case "For" -> loop.node("iter").orElseThrow();
            case "While" -> loop.node("test").orElseThrow();
            default -> loop;
          };
      report.add("PY409", where, "a loop of more rounds than one call can make");
    }
    own.merge(graph.unit(loop), inside, Math::max);
  }

  // Rounds of a function and of all that it calls; what calls itself is counted once.
  private void total(SyntaxNode unit) {
    record Step(SyntaxNode unit, boolean calledAreDone) {}
    Deque<Step> open = new ArrayDeque<>();
    Set<SyntaxNode> entered = Collections.newSetFromMap(new IdentityHashMap<>());
    open.push(new Step(unit, false));
    while (!open.isEmpty()) {
      Step step = open.pop();
      List<Call> called = calls.getOrDefault(step.unit(), List.of());
      if (step.calledAreDone()) {
        long sum = Math.max(1, own.getOrDefault(step.unit(), 1L));
        for (Call call : called) {
          if (done.contains(call.to())) {
            sum =
                Math.min(
                    LoopCounts.MANY,
                    sum + LoopCounts.times(call.weight(), totals.getOrDefault(call.to(), 1L)));
          }
        }
        totals.put(step.unit(), sum);
        done.add(step.unit());
      } else if (!done.contains(step.unit()) && entered.add(step.unit())) {
        open.push(new Step(step.unit(), true));
        called.forEach(call -> open.push(new Step(call.to(), false)));
      }
    }
  }

  // list(product("ab", repeat=40)): no statement is counted, and all of it is kept.
  private void collected(SyntaxNode call) {
    Optional<String> path = names.path(call.node("func").orElseThrow());
    long limit =
        path.filter(KEEPING::contains).isPresent()
            ? KEPT_MAX
            : path.filter(READING::contains).isPresent() ? READ_MAX : LoopCounts.MANY;
    for (SyntaxNode argument : call.nodes("args")) {
      if (argument.is("Call") && counts.length(argument) > limit) {
        report.add("PY403", call, "takes in a very long row of values");
      }
    }
  }

  private void floods(SyntaxNode call) {
    if (counts.factor(call) <= ORDERS_MAX) {
      return;
    }
    SyntaxNode function = named(call.node("func").orElseThrow());
    boolean writes =
        function.is("Attribute")
            ? WRITING.contains(Names.plain(function.text("attr")))
                && host.isOne(function.node("value").orElseThrow())
            : names.path(function).filter(path -> path.equals("builtins.print")).isPresent();
    if (writes) {
      report.add("PY412", call, "more orders or lines than one call may come to");
    }
  }

  // send = ctx.buy
  private SyntaxNode named(SyntaxNode function) {
    if (!function.is("Name")) {
      return function;
    }
    return names.firstValue(function).filter(value -> value.is("Attribute")).orElse(function);
  }
}
