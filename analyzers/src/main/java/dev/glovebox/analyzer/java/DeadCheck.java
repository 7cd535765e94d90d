package dev.glovebox.analyzer.java;

import static dev.glovebox.analyzer.findings.Report.quoted;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.WhileStmt;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Code that never runs, where a reader would look for what it does. */
final class DeadCheck implements Check {
  private final Facts facts;
  private final Set<String> called = new HashSet<>();

  DeadCheck(Facts facts) {
    this.facts = facts;
    facts.tree().all(MethodCallExpr.class).forEach(call -> called.add(call.getNameAsString()));
    facts.tree().all(MethodReferenceExpr.class).forEach(one -> called.add(one.getIdentifier()));
  }

  @Override
  public Set<Class<? extends Node>> kinds() {
    return Set.of(
        IfStmt.class,
        WhileStmt.class,
        ForStmt.class,
        ConditionalExpr.class,
        MethodDeclaration.class);
  }

  @Override
  public void visit(Node node) {
    switch (node) {
      case IfStmt choice -> {
        Optional<Object> value = value(choice.getCondition());
        if (value.equals(Optional.of(false))) {
          never(choice.getThenStmt());
        } else if (value.equals(Optional.of(true))) {
          choice.getElseStmt().ifPresent(this::never);
        }
      }
      case WhileStmt loop -> {
        if (value(loop.getCondition()).equals(Optional.of(false))) {
          never(loop.getBody());
        }
      }
      case ForStmt loop -> {
        if (loop.getCompare().flatMap(this::value).equals(Optional.of(false))) {
          never(loop.getBody());
        }
      }
      case ConditionalExpr choice ->
          value(choice.getCondition())
              .ifPresent(
                  truth -> never(truth.equals(true) ? choice.getElseExpr() : choice.getThenExpr()));
      case MethodDeclaration method -> {
        if (method.isPrivate() && !called.contains(method.getNameAsString())) {
          facts.add(
              "JV505", method.getName(), quoted(method.getNameAsString()) + " is never called");
        }
      }
      default -> throw new IllegalStateException("not asked for");
    }
  }

  private Optional<Object> value(Expression condition) {
    return facts.constants().value(condition).filter(Boolean.class::isInstance);
  }

  private void never(Node node) {
    facts.add("JV505", node, "this never runs: its condition is constant");
  }
}
