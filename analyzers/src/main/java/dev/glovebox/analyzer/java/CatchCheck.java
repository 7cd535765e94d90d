package dev.glovebox.analyzer.java;

import static dev.glovebox.analyzer.findings.Report.quoted;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.BreakStmt;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.stmt.ContinueStmt;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.LabeledStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.SwitchStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.stmt.WhileStmt;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.Type;
import com.github.javaparser.ast.type.UnionType;
import dev.glovebox.classes.ListedMembers;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Handlers that catch what ends a run, drop it, or keep silent. */
record CatchCheck(Facts facts) implements Check {
  private static final ListedMembers LISTED = ListedMembers.standard();

  private static final Set<String> BROAD =
      Set.of("java/lang/Exception", "java/lang/RuntimeException", "java/lang/Throwable");

  @Override
  public Set<Class<? extends Node>> kinds() {
    return Set.of(CatchClause.class, TryStmt.class);
  }

  @Override
  public void visit(Node node) {
    switch (node) {
      case CatchClause handler -> {
        Type type = handler.getParameter().getType();
        List<? extends Type> types =
            type instanceof UnionType union ? union.getElements() : List.of(type);
        types.forEach(one -> caught(handler, one));
      }
      case TryStmt attempt -> attempt.getFinallyBlock().ifPresent(this::ended);
      default -> throw new IllegalStateException("not asked for");
    }
  }

  private void caught(CatchClause handler, Type type) {
    String name = facts.types().of(type).name();
    if (!name.isEmpty() && !isCatchable(name)) {
      facts.add(
          "JV114",
          type,
          quoted(type.asString()) + " would catch the end of the run (JAVA_CATCH_TYPE)");
    } else if (BROAD.contains(name)) {
      if (handler.getBody().getStatements().isEmpty()) {
        facts.add("JV504", handler, "every error is dropped in silence");
      } else {
        facts.add("JV407", type, quoted(type.asString()) + " is nearly every error");
      }
    }
  }

  // An exception of the source is what the listed class above it is.
  private boolean isCatchable(String name) {
    Set<String> seen = new HashSet<>();
    String here = name;
    while (seen.add(here)) {
      Optional<OwnClass> own = facts.names().own(here);
      if (own.isEmpty()) {
        return LISTED.isCatchable(here);
      }
      here =
          own.get().declaration()
                  instanceof com.github.javaparser.ast.body.ClassOrInterfaceDeclaration declared
              ? declared.getExtendedTypes().stream()
                  .findFirst()
                  .flatMap((ClassOrInterfaceType above) -> facts.names().named(above))
                  .orElse("")
              : "";
    }
    return false;
  }

  private void ended(BlockStmt last) {
    for (Node node : Tree.inside(last)) {
      boolean leaves =
          node instanceof ReturnStmt
              || (node instanceof BreakStmt left && !isInside(left, left.getLabel(), last, true))
              || (node instanceof ContinueStmt left
                  && !isInside(left, left.getLabel(), last, false));
      if (leaves) {
        facts.add(
            "JV114",
            node,
            "a finally that is left this way drops the end of the run" + " (JAVA_CATCH_SWALLOWS)");
      }
    }
  }

  private static boolean isInside(
      Node jump,
      Optional<com.github.javaparser.ast.expr.SimpleName> label,
      BlockStmt last,
      boolean leavesSwitch) {
    for (Node here = jump; !Tree.same(here, last); here = here.getParentNode().orElse(last)) {
      if (label.isPresent()) {
        if (here instanceof LabeledStmt named && named.getLabel().equals(label.get())) {
          return true;
        }
      } else if (isLoop(here)
          || (leavesSwitch && (here instanceof SwitchStmt || here instanceof SwitchExpr))) {
        return true;
      }
    }
    return false;
  }

  /** Whether {@code node} is a loop. */
  static boolean isLoop(Node node) {
    return node instanceof WhileStmt
        || node instanceof DoStmt
        || node instanceof ForStmt
        || node instanceof ForEachStmt;
  }
}
