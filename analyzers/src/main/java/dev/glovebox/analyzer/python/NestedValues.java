package dev.glovebox.analyzer.python;

import dev.glovebox.analyzer.findings.Report;
import dev.glovebox.prepare.python.SyntaxNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Values that are wrapped into themselves round by round, until what walks them has no stack. */
final class NestedValues {
  // Fewer layers are a pipeline that somebody has written down.
  private static final long LAYERS_MIN = 16;

  private static final Set<String> LAZY =
      Set.of(
          "builtins.map",
          "builtins.filter",
          "builtins.zip",
          "builtins.enumerate",
          "builtins.iter",
          "itertools.chain",
          "itertools.islice",
          "itertools.takewhile",
          "itertools.dropwhile",
          "itertools.accumulate",
          "itertools.starmap",
          "itertools.tee",
          "itertools.pairwise");

  private final Tree tree;
  private final Names names;
  private final CallGraph graph;
  private final LoopCounts counts;
  private final Report report;

  NestedValues(Tree tree, Names names, CallGraph graph, LoopCounts counts, Report report) {
    this.tree = tree;
    this.names = names;
    this.graph = graph;
    this.counts = counts;
    this.report = report;
  }

  void judge() {
    for (SyntaxNode assignment : tree.all("Assign")) {
      for (SyntaxNode target : assignment.nodes("targets")) {
        SyntaxNode value = assignment.node("value").orElseThrow();
        if (repeats(assignment, target) && (wraps(value, target) || feeds(value, target))) {
          report.add("PY410", assignment, "each round wraps the value of the round before");
        }
      }
    }
  }

  // In a long loop, or kept from call to call.
  private boolean repeats(SyntaxNode assignment, SyntaxNode target) {
    Optional<SyntaxNode> loop = tree.nearest(assignment, "For", "While", "FunctionDef", "Lambda");
    boolean kept = target.is("Attribute") && names.isSelf(target.node("value").orElseThrow());
    return kept
        || loop.filter(around -> around.is("While")).isPresent()
        || (loop.filter(around -> around.is("For")).isPresent()
            && counts.factor(assignment) >= LAYERS_MIN);
  }

  // deep = [deep]
  private static boolean wraps(SyntaxNode value, SyntaxNode target) {
    List<SyntaxNode> elements =
        switch (value.kind()) {
          case "List", "Tuple" -> value.nodes("elements");
          case "Dict" -> value.nodes("values");
          default -> List.of();
        };
    return !elements.isEmpty()
        && elements.stream()
            .allMatch(each -> each.is("Constant") || LoopCounts.isSame(each, target))
        && elements.stream().anyMatch(each -> LoopCounts.isSame(each, target));
  }

  // chain = through(chain), where through yields; chain = map(f, chain); chain = (x for x in chain)
  private boolean feeds(SyntaxNode value, SyntaxNode target) {
    if (value.is("GeneratorExp")) {
      return value
          .nodes("generators")
          .getFirst()
          .node("iter")
          .filter(source -> LoopCounts.isSame(source, target))
          .isPresent();
    }
    if (!value.is("Call")
        || value.nodes("args").stream().noneMatch(each -> LoopCounts.isSame(each, target))) {
      return false;
    }
    SyntaxNode function = value.node("func").orElseThrow();
    return names.path(function).filter(LAZY::contains).isPresent()
        || graph.target(function).filter(NestedValues::yields).isPresent();
  }

  private static boolean yields(SyntaxNode function) {
    return function.nodes("body").stream()
        .filter(statement -> !Tree.isDefinition(statement))
        .flatMap(statement -> Tree.inside(statement).stream())
        .anyMatch(node -> node.is("Yield") || node.is("YieldFrom"));
  }
}
