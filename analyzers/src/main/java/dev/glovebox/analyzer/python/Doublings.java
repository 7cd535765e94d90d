package dev.glovebox.analyzer.python;

import dev.glovebox.analyzer.findings.Report;
import dev.glovebox.prepare.python.SyntaxNode;
import java.util.IdentityHashMap;
import java.util.Optional;

/** Values that every round of a loop makes twice as long, or squares. */
final class Doublings {
  // So many doublings of one item are sixteen million.
  private static final long DOUBLINGS_MAX = 24;

  // So many squares of a small number have thousands of digits.
  private static final long SQUARES_MAX = 12;

  private final Tree tree;
  private final Names names;
  private final Constants constants;
  private final LoopCounts counts;
  private final Report report;
  private final IdentityHashMap<Scope.Meaning, Boolean> sequences = new IdentityHashMap<>();

  Doublings(Tree tree, Names names, Constants constants, LoopCounts counts, Report report) {
    this.tree = tree;
    this.names = names;
    this.constants = constants;
    this.counts = counts;
    this.report = report;
  }

  void judge() {
    for (SyntaxNode node : tree.all("AugAssign")) {
      SyntaxNode target = node.node("target").orElseThrow();
      SyntaxNode value = node.node("value").orElseThrow();
      boolean same = LoopCounts.isSame(target, value);
      judge(node, target, node.text("op"), same, !same && constants.whole(value).isPresent());
    }
    for (SyntaxNode node : tree.all("Assign")) {
      SyntaxNode value = node.node("value").orElseThrow();
      if (!value.is("BinOp") || node.nodes("targets").size() != 1) {
        continue;
      }
      SyntaxNode target = node.nodes("targets").getFirst();
      SyntaxNode left = value.node("left").orElseThrow();
      SyntaxNode right = value.node("right").orElseThrow();
      if (LoopCounts.isSame(target, left)) {
        boolean same = LoopCounts.isSame(target, right);
        judge(node, target, value.text("op"), same, !same && constants.whole(right).isPresent());
      }
    }
  }

  private void judge(
      SyntaxNode node, SyntaxNode target, String op, boolean withItself, boolean withNumber) {
    long rounds = rounds(node);
    boolean squares =
        rounds > SQUARES_MAX
            && ((op.equals("Mult") && withItself) || (op.equals("Pow") && withNumber));
    boolean doubles =
        rounds > DOUBLINGS_MAX
            && ((op.equals("Add") && withItself) || (op.equals("Mult") && withNumber))
            && isSequence(target);
    if (squares || doubles) {
      report.add("PY403", node, "grows by a factor with every round");
    }
  }

  private long rounds(SyntaxNode node) {
    Optional<SyntaxNode> loop = tree.nearest(node, "For", "While", "FunctionDef", "Lambda");
    boolean open =
        loop.filter(around -> around.is("While")).isPresent() && counts.factor(node) == 1;
    return open ? Long.MAX_VALUE : counts.factor(node);
  }

  private boolean isSequence(SyntaxNode target) {
    Optional<Scope.Meaning> meaning = target.is("Name") ? names.meaning(target) : Optional.empty();
    return meaning.isPresent()
        && sequences.computeIfAbsent(meaning.get(), Doublings::isWrittenSequence);
  }

  private static boolean isWrittenSequence(Scope.Meaning meaning) {
    for (Binding binding : meaning.bindings()) {
      if (binding instanceof Binding.Assigned(Optional<SyntaxNode> value)
          && value.filter(Doublings::isWrittenSequence).isPresent()) {
        return true;
      }
    }
    return false;
  }

  private static boolean isWrittenSequence(SyntaxNode value) {
    return value.is("List")
        || value.is("Tuple")
        || value.is("JoinedStr")
        || CallCheck.text(value).isPresent();
  }
}
