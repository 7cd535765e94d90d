package dev.glovebox.analyzer.java;

import static dev.glovebox.analyzer.findings.Report.quoted;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.stmt.BreakStmt;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.SwitchStmt;
import com.github.javaparser.ast.stmt.ThrowStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.stmt.WhileStmt;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Loops, streams and calls without a visible end. */
final class EndlessCheck implements Check {
  private static final Set<String> ENDING =
      Set.of("limit", "takeWhile", "findFirst", "findAny", "anyMatch", "noneMatch", "iterator");

  private final Facts facts;
  private final IdentityHashMap<CallableDeclaration<?>, Integer> groups;

  EndlessCheck(Facts facts) {
    this.facts = facts;
    this.groups = facts.methods().groups();
  }

  @Override
  public Set<Class<? extends Node>> kinds() {
    return Set.of(
        WhileStmt.class,
        DoStmt.class,
        ForStmt.class,
        MethodCallExpr.class,
        MethodDeclaration.class);
  }

  @Override
  public void visit(Node node) {
    switch (node) {
      case WhileStmt loop -> loop(loop, Optional.of(loop.getCondition()));
      case DoStmt loop -> loop(loop, Optional.of(loop.getCondition()));
      case ForStmt loop -> loop(loop, loop.getCompare());
      case MethodCallExpr call -> stream(call);
      case MethodDeclaration method -> recursion(method);
      default -> throw new IllegalStateException("not asked for");
    }
  }

  private void loop(Node loop, Optional<Expression> condition) {
    boolean always =
        condition.isEmpty()
            || facts.constants().value(condition.get()).equals(Optional.of(true))
            || isUnchanged(loop, condition.get());
    if (always && !isLeft(loop)) {
      facts.add("JV401", loop, "a loop without a visible end");
    }
  }

  /** Whether nothing that the condition reads changes within the loop. */
  private boolean isUnchanged(Node loop, Expression condition) {
    if (facts.constants().value(condition).isPresent()) {
      return false;
    }
    for (Node node : Tree.inside(condition)) {
      boolean read =
          node instanceof NameExpr name
              && facts
                  .names()
                  .variable(name)
                  .filter(variable -> isLocal(variable) && !isWrittenIn(variable, loop))
                  .isPresent();
      boolean plain =
          node instanceof BinaryExpr
              || node instanceof com.github.javaparser.ast.expr.LiteralExpr
              || node instanceof com.github.javaparser.ast.expr.EnclosedExpr
              || node instanceof com.github.javaparser.ast.expr.SimpleName;
      if (!read && !plain) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLocal(Variable variable) {
    return variable.kind() == Variable.Kind.LOCAL || variable.kind() == Variable.Kind.PARAMETER;
  }

  private static boolean isWrittenIn(Variable variable, Node loop) {
    return variable.writes().stream().anyMatch(loop::isAncestorOf);
  }

  private static boolean isLeft(Node loop) {
    for (Node node : Tree.inside(loop)) {
      if (node instanceof ReturnStmt
          || node instanceof ThrowStmt
          || (node instanceof BreakStmt left
              && (left.getLabel().isPresent() || Tree.same(target(left, loop), loop)))) {
        return true;
      }
    }
    return false;
  }

  // What a plain break leaves.
  private static Node target(BreakStmt left, Node loop) {
    Node here = left;
    while (!Tree.same(here, loop)) {
      here = here.getParentNode().orElse(loop);
      if (CatchCheck.isLoop(here) || here instanceof SwitchStmt) {
        return here;
      }
    }
    return loop;
  }

  private void stream(MethodCallExpr call) {
    String name = call.getNameAsString();
    int given = call.getArguments().size();
    String owner =
        call.getScope()
            .map(
                scope -> facts.names().named(scope).orElseGet(() -> facts.types().of(scope).name()))
            .orElse("");
    boolean endless =
        (owner.startsWith("java/util/stream/")
                && ((name.equals("generate") && given == 1)
                    || (name.equals("iterate") && given == 2)))
            || (owner.equals("java/util/Random")
                && (name.equals("ints") || name.equals("doubles") || name.equals("longs"))
                && (given == 0 || given == 2)
                && !(given == 2 && facts.types().of(call.getArgument(0)).is("long")));
    if (!endless) {
      return;
    }
    Node here = call;
    while (here.getParentNode().orElse(call) instanceof MethodCallExpr next
        && Tree.isScope(here, next)) {
      if (ENDING.contains(next.getNameAsString())) {
        return;
      }
      here = next;
    }
    facts.add("JV404", call, quoted(name) + " gives values without an end");
  }

  private void recursion(MethodDeclaration method) {
    Integer group = groups.get(method);
    Set<CallableDeclaration<?>> called = facts.methods().called(method);
    boolean calls =
        called.contains(method)
            || called.stream().anyMatch(next -> group != null && group.equals(groups.get(next)));
    if (!calls) {
      return;
    }
    if (method.getBody().isPresent() && !branches(method)) {
      facts.add(
          "JV401", method.getName(), quoted(method.getNameAsString()) + " calls itself each time");
    } else {
      facts.add("JV402", method.getName(), quoted(method.getNameAsString()) + " calls itself");
    }
  }

  private static boolean branches(MethodDeclaration method) {
    return method.findFirst(Node.class, EndlessCheck::mayEnd).isPresent();
  }

  private static boolean mayEnd(Node node) {
    return node instanceof IfStmt
        || node instanceof ConditionalExpr
        || node instanceof SwitchStmt
        || node instanceof SwitchExpr
        || node instanceof WhileStmt
        || node instanceof ForStmt
        || node instanceof ForEachStmt
        || node instanceof TryStmt
        || node instanceof com.github.javaparser.ast.expr.LambdaExpr
        || (node instanceof BinaryExpr both
            && List.of(BinaryExpr.Operator.AND, BinaryExpr.Operator.OR)
                .contains(both.getOperator()))
        // Another object's method of the same name.
        || (node instanceof MethodCallExpr call
            && call.getScope().filter(scope -> !scope.isThisExpr()).isPresent()
            && !(call.getScope().get() instanceof FieldAccessExpr));
  }
}
