package dev.glovebox.analyzer.java;

import static dev.glovebox.analyzer.findings.Report.quoted;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.stmt.ThrowStmt;
import dev.glovebox.analyzer.words.Spelling;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Hooks that the host never calls, do nothing, or keep what belongs to one call. */
final class HookCheck implements Check {
  private final Facts facts;
  private final Set<String> strategies = new HashSet<>();
  private final Set<String> called = new HashSet<>();

  HookCheck(Facts facts, Strategies strategies) {
    this.facts = facts;
    strategies.leaves().stream()
        .flatMap(leaf -> strategies.line(leaf).stream())
        .forEach(own -> this.strategies.add(own.name()));
    for (MethodCallExpr call : facts.tree().all(MethodCallExpr.class)) {
      called.add(call.getNameAsString() + "/" + call.getArguments().size());
    }
    for (MethodReferenceExpr reference : facts.tree().all(MethodReferenceExpr.class)) {
      called.add(reference.getIdentifier());
    }
  }

  @Override
  public Set<Class<? extends Node>> kinds() {
    return Set.of(MethodDeclaration.class, AssignExpr.class);
  }

  @Override
  public void visit(Node node) {
    switch (node) {
      case MethodDeclaration method -> {
        if (isOfStrategy(method)) {
          method(method);
        }
      }
      case AssignExpr assign -> kept(assign);
      default -> throw new IllegalStateException("not asked for");
    }
  }

  private boolean isOfStrategy(Node member) {
    return member
        .getParentNode()
        .flatMap(around ->
            facts.names().classes().values().stream()
                .filter(own -> Tree.same(own.declaration(), around))
                .findFirst())
        .filter(own -> strategies.contains(own.name()))
        .isPresent();
  }

  private void method(MethodDeclaration method) {
    String name = method.getNameAsString();
    if (Hooks.isOne(method, facts.types())) {
      if (method.getBody().filter(body -> doesNothing(body)).isPresent()
          && !name.equals(Hooks.WARM_UP)) {
        facts.add("JV907", method.getName(), quoted(name) + " does nothing");
      }
      return;
    }
    if (called.contains(name)
        || called.contains(name + "/" + method.getParameters().size())
        || method.isAbstract()) {
      return;
    }
    if (Hooks.isCalled(name)) {
      facts.add(
          "JV904",
          method.getName(),
          quoted(name) + " has other parameters than the host gives, and is never called",
          "Did you mean " + Hooks.form(name) + "?");
    } else {
      meant(name)
          .ifPresent(hook ->
              facts.add(
                  "JV909",
                  method.getName(),
                  quoted(name) + " is never called",
                  "Did you mean " + Hooks.form(hook) + "?"));
    }
  }

  /** The hook that a method of this name was meant to be. */
  private Optional<String> meant(String name) {
    Optional<String> told = facts.rules().paired("did-you-mean", "hook." + name);
    boolean like = name.startsWith("on") || name.startsWith("warm");
    return told.isPresent() || !like ? told : Spelling.nearest(name, Hooks.names());
  }

  private static boolean doesNothing(Node body) {
    for (Node node : Tree.inside(body)) {
      boolean acts =
          node instanceof MethodCallExpr
              || node instanceof AssignExpr
              || node instanceof ObjectCreationExpr
              || node instanceof ThrowStmt
              || (node instanceof UnaryExpr unary && Writes.isStep(unary));
      if (acts) {
        return false;
      }
    }
    return true;
  }

  private void kept(AssignExpr assign) {
    Expression target = assign.getTarget();
    boolean field =
        facts
            .names()
            .variable(target)
            .filter(variable -> variable.kind() == Variable.Kind.FIELD)
            .filter(variable -> facts.types().of(variable).is(Hooks.CONTEXT))
            .isPresent();
    if (field) {
      facts.add("JV912", assign, "the context of one hook is kept for others");
    }
  }
}
