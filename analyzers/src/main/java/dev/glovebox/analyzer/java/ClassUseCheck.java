package dev.glovebox.analyzer.java;

import static dev.glovebox.analyzer.findings.Report.quoted;

import com.github.javaparser.ast.ImportDeclaration;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MarkerAnnotationExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.NormalAnnotationExpr;
import com.github.javaparser.ast.expr.SingleMemberAnnotationExpr;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.UnionType;
import dev.glovebox.analyzer.words.Spelling;
import dev.glovebox.classes.ListedMembers;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;

/** Classes that a source names: its own, or on the positive list of preparation. */
record ClassUseCheck(Facts facts, Outside outside) implements Check {
  private static final ListedMembers LISTED = ListedMembers.standard();
  private static final NavigableSet<String> SIMPLE_NAMES = LISTED.simpleNames();

  // What stands for a class of the program, whoever imports it.
  private static final String NOT_LISTED = " is not on the list (JAVA_CLASS_NOT_LISTED)";

  @Override
  public Set<Class<? extends Node>> kinds() {
    return Set.of(
        ImportDeclaration.class,
        ClassOrInterfaceType.class,
        NameExpr.class,
        FieldAccessExpr.class,
        MarkerAnnotationExpr.class,
        SingleMemberAnnotationExpr.class,
        NormalAnnotationExpr.class);
  }

  @Override
  public void visit(Node node) {
    switch (node) {
      case ImportDeclaration one -> imported(one);
      case ClassOrInterfaceType type -> type(type);
      case AnnotationExpr annotation -> annotation(annotation);
      case Expression expression -> expression(expression);
      default -> throw new IllegalStateException("not asked for");
    }
  }

  private void imported(ImportDeclaration one) {
    String written = one.getNameAsString();
    String name = Imports.internal(written);
    if (one.isStatic() && !one.isAsterisk()) {
      name = Imports.internal(written.substring(0, Math.max(0, written.lastIndexOf('.'))));
    }
    boolean onDemand = one.isAsterisk() && !one.isStatic();
    boolean listed = LISTED.hasClass(name) || (onDemand && isListedPackage(name));
    if (listed) {
      return;
    }
    String rule = outside.ofClass(one.isAsterisk() ? name + "/" : name).orElse("JV301");
    refuse(rule.equals("JV303") ? "JV301" : rule, one, name);
  }

  private static boolean isListedPackage(String name) {
    return switch (name) {
      case "java/lang",
          "java/util",
          "java/util/function",
          "java/util/stream",
          "java/util/regex",
          "java/math",
          "java/time",
          "java/time/format",
          "java/time/temporal",
          "java/time/chrono",
          "dev/glovebox/strategy",
          "dev/glovebox/strategy/bars",
          "dev/glovebox/strategy/indicators" ->
          true;
      default -> false;
    };
  }

  private void type(ClassOrInterfaceType type) {
    Node parent = type.getParentNode().orElse(type);
    if (parent instanceof ClassOrInterfaceType around
        && around.getScope().filter(scope -> Tree.same(scope, type)).isPresent()) {
      return;
    }
    if (facts.names().referenced(type).isPresent()) {
      return;
    }
    Optional<String> name = facts.names().named(type);
    if (name.isEmpty()) {
      unknown(type, type.getNameWithScope());
    } else if (type.getScope().isPresent() || !isImported(type.getNameAsString(), name.get())) {
      // What is caught has a rule of its own, and so have parents.
      Node around = parent instanceof UnionType ? parent.getParentNode().orElse(parent) : parent;
      boolean caught =
          around instanceof Parameter caughtAs
              && caughtAs.getParentNode().orElse(around) instanceof CatchClause;
      boolean above =
          parent instanceof TypeDeclaration<?>
              && outside.ofClass(name.get()).orElse("JV303").equals("JV303");
      if (!caught && !above) {
        judge(type, name.get());
      }
    }
  }

  // One finding, at the import, is enough.
  private boolean isImported(String simple, String name) {
    return facts.names().imports().isExplicit(simple, name);
  }

  private void judge(Node node, String name) {
    boolean known = name.isEmpty() || facts.names().own(name).isPresent() || LISTED.hasClass(name);
    if (!known) {
      refuse(outside.ofClass(name).orElse("JV303"), node, name);
    }
  }

  private void refuse(String rule, Node node, String name) {
    String hint = ListedMembers.hint(name);
    String instead = hint.isEmpty() ? facts.rules().rule(rule).instead() : sentence(hint);
    facts.add(rule, node, quoted(name.replace('/', '.').replace('$', '.')) + NOT_LISTED, instead);
  }

  static String sentence(String hint) {
    return Character.toUpperCase(hint.charAt(0)) + hint.substring(1) + ".";
  }

  private void unknown(Node node, String written) {
    int dot = written.lastIndexOf('.');
    String simple = written.substring(dot + 1);
    Set<String> listed = LISTED.called(simple);
    String message = quoted(written) + " is neither defined here nor imported";
    if (!listed.isEmpty()) {
      String whole = listed.iterator().next().replace('/', '.').replace('$', '.');
      facts.add("JV104", node, message, "Write: import " + whole + ";");
      return;
    }
    Optional<String> near = Spelling.nearest(simple, SIMPLE_NAMES);
    facts.add(
        "JV104",
        node,
        message,
        near.map(name -> "Did you mean " + name + "?")
            .orElse(facts.rules().rule("JV104").instead()));
  }

  private void annotation(AnnotationExpr annotation) {
    String name =
        facts
            .names()
            .resolve(annotation.getNameAsString(), facts.names().scope(annotation))
            .orElse(annotation.getNameAsString());
    if (!facts.rules().lists("annotations", name)) {
      facts.add("JV112", annotation, quoted("@" + annotation.getNameAsString()) + " is not listed");
    }
  }

  private void expression(Expression expression) {
    if (expression.getParentNode().orElse(expression) instanceof FieldAccessExpr around
        && facts.names().named(around).isPresent()) {
      return;
    }
    Optional<String> name = facts.names().named(expression);
    if (name.isPresent()) {
      if (hasDeniedMember(expression, name.get())) {
        return;
      }
      if (expression instanceof FieldAccessExpr || !isImported(expression.toString(), name.get())) {
        judge(expression, name.get());
      }
    } else if (expression instanceof NameExpr simple) {
      loose(simple);
    }
  }

  // System.exit: what is done says more than whose it is.
  private boolean hasDeniedMember(Expression expression, String name) {
    return switch (expression.getParentNode().orElse(expression)) {
      case MethodCallExpr call ->
          outside.ofMember(name, call.getNameAsString(), call.getArguments().size()).isPresent();
      case FieldAccessExpr access ->
          outside.ofMember(name, access.getNameAsString(), -1).isPresent();
      default -> false;
    };
  }

  // A name with a capital that is read as an owner, and is nothing that is known.
  private void loose(NameExpr simple) {
    String name = simple.getNameAsString();
    boolean owner =
        simple.getParentNode().orElse(simple) instanceof MethodCallExpr call
            && Tree.isScope(simple, call);
    if (owner
        && Character.isUpperCase(name.charAt(0))
        && facts.names().variable(simple).isEmpty()
        && facts.names().imports().ownerOf(name).isEmpty()) {
      unknown(simple, name);
    }
  }
}
