package dev.glovebox.analyzer.java;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.CompactConstructorDeclaration;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.InitializerDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.TypePatternExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.type.Type;
import com.github.javaparser.ast.type.TypeParameter;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Which scope opens where, and what each declares; read in one walk. */
final class Scopes {
  private final IdentityHashMap<Node, Scope> scopes = new IdentityHashMap<>();
  private final Map<String, OwnClass> classes = new TreeMap<>();

  private Scopes() {}

  static Scopes of(Tree tree) {
    Scopes read = new Scopes();
    for (Node node : tree.nodes()) {
      Optional<Scope> around = node.getParentNode().map(read::at);
      if (opens(node)) {
        read.scopes.put(node, new Scope(around, node));
      }
      // A node without a scope of its own stands in that of the node above it, known by then.
      around.ifPresent(scope -> read.declare(node, scope));
      if (!opens(node)) {
        read.scopes.put(node, around.orElseThrow());
      }
    }
    return read;
  }

  IdentityHashMap<Node, Scope> scopes() {
    return scopes;
  }

  /** Named classes of the source, by name. */
  Map<String, OwnClass> classes() {
    return classes;
  }

  private Scope at(Node node) {
    Scope scope = scopes.get(node);
    if (scope == null) {
      throw new IllegalStateException("a node before the one around it");
    }
    return scope;
  }

  private static boolean opens(Node node) {
    return node instanceof CompilationUnit
        || node instanceof TypeDeclaration<?>
        || (node instanceof ObjectCreationExpr made && made.getAnonymousClassBody().isPresent())
        || (node instanceof EnumConstantDeclaration one && !one.getClassBody().isEmpty())
        || node instanceof CallableDeclaration<?>
        || node instanceof CompactConstructorDeclaration
        || node instanceof InitializerDeclaration
        || node instanceof LambdaExpr
        || node instanceof BlockStmt
        || node instanceof ForStmt
        || node instanceof ForEachStmt
        || node instanceof TryStmt
        || node instanceof CatchClause
        || node instanceof SwitchEntry;
  }

  private void declare(Node node, Scope scope) {
    switch (node) {
      case TypeDeclaration<?> type -> declareType(type, scope);
      case TypeParameter parameter -> scope.types().put(parameter.getNameAsString(), "");
      case VariableDeclarator variable -> declareVariable(variable, scope);
      case Parameter parameter -> declareParameter(parameter, scope);
      case TypePatternExpr pattern ->
          add(
              new Variable(
                  pattern.getNameAsString(),
                  Variable.Kind.PATTERN,
                  pattern,
                  Optional.of(pattern.getType()),
                  Optional.empty(),
                  scope));
      case EnumConstantDeclaration one ->
          add(
              new Variable(
                  one.getNameAsString(),
                  Variable.Kind.FIELD,
                  one,
                  Optional.empty(),
                  Optional.empty(),
                  scope));
      default -> {
        // Declares nothing.
      }
    }
  }

  private void declareType(TypeDeclaration<?> type, Scope scope) {
    String name =
        scope
                .body()
                .map(Scope::node)
                .filter(TypeDeclaration.class::isInstance)
                .map(node -> nameOf((TypeDeclaration<?>) node) + "$")
                .orElse("")
            + type.getNameAsString();
    Scope own = at(type);
    scope.types().put(type.getNameAsString(), name);
    classes.putIfAbsent(name, new OwnClass(name, type, own));
    names.put(type, name);
  }

  private final IdentityHashMap<Node, String> names = new IdentityHashMap<>();

  private String nameOf(TypeDeclaration<?> type) {
    return names.getOrDefault(type, type.getNameAsString());
  }

  private void declareVariable(VariableDeclarator variable, Scope scope) {
    Node parent = variable.getParentNode().orElseThrow();
    Optional<Expression> initial = variable.getInitializer();
    Variable.Kind kind = Variable.Kind.LOCAL;
    if (parent instanceof FieldDeclaration) {
      kind = Variable.Kind.FIELD;
    } else if (parent.getParentNode().orElse(parent) instanceof ForEachStmt each) {
      kind = Variable.Kind.EACH;
      initial = Optional.of(each.getIterable());
    }
    add(
        new Variable(
            variable.getNameAsString(),
            kind,
            variable,
            Optional.of(variable.getType()),
            initial,
            scope));
  }

  private void declareParameter(Parameter parameter, Scope scope) {
    Node parent = parameter.getParentNode().orElseThrow();
    Optional<Type> type = Optional.of(parameter.getType());
    Variable.Kind kind = Variable.Kind.PARAMETER;
    if (parent instanceof LambdaExpr) {
      kind = Variable.Kind.LAMBDA;
      type = type.filter(written -> !written.isUnknownType());
    } else if (parent instanceof CatchClause) {
      kind = Variable.Kind.CAUGHT;
    } else if (parent instanceof RecordDeclaration) {
      kind = Variable.Kind.FIELD;
    }
    add(new Variable(parameter.getNameAsString(), kind, parameter, type, Optional.empty(), scope));
  }

  private static void add(Variable variable) {
    variable.scope().variables().putIfAbsent(variable.name(), variable);
  }
}
