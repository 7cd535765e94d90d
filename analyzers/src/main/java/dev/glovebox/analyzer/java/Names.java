package dev.glovebox.analyzer.java;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.expr.TypeExpr;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import dev.glovebox.analyzer.rules.RuleSet;
import dev.glovebox.classes.ListedMembers;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;

/** What names in a source stand for: its own variables and classes, or listed classes. */
final class Names {
  private final IdentityHashMap<Node, Scope> scopes;
  private final Map<String, OwnClass> classes;
  private final Imports imports;

  // A class within another is inherited, too.
  private final Map<String, String> bySimpleName = new HashMap<>();

  private Names(Scopes scopes, Imports imports) {
    this.scopes = scopes.scopes();
    this.classes = scopes.classes();
    classes
        .values()
        .forEach(own -> bySimpleName.put(own.declaration().getNameAsString(), own.name()));
    this.imports = imports;
  }

  /** The names of {@code tree}. */
  static Names of(Tree tree, RuleSet rules) {
    Names names =
        new Names(
            Scopes.of(tree), Imports.of(tree.unit(), rules.words("unlisted-language-classes")));
    Writes.record(tree, names);
    return names;
  }

  /** Where {@code node} stands. */
  Scope scope(Node node) {
    Node here = node;
    while (true) {
      Scope scope = scopes.get(here);
      if (scope != null) {
        return scope;
      }
      here = here.getParentNode().orElseThrow();
    }
  }

  /** Classes of the source by their name with dollars. */
  Map<String, OwnClass> classes() {
    return classes;
  }

  /** The class of the source with this name. */
  Optional<OwnClass> own(String name) {
    return Optional.ofNullable(classes.get(name));
  }

  Imports imports() {
    return imports;
  }

  /** The variable of the source that {@code expression} reads or writes: {@code x, this.x}. */
  Optional<Variable> variable(Expression expression) {
    if (expression instanceof NameExpr name) {
      return scope(name).variable(name.getNameAsString());
    }
    if (expression instanceof FieldAccessExpr access
        && access.getScope() instanceof ThisExpr self) {
      Optional<Scope> body =
          self.getTypeName().isPresent()
              ? resolve(self.getTypeName().get().asString(), scope(self))
                  .flatMap(this::own)
                  .map(OwnClass::scope)
              : scope(self).body();
      return body.map(at -> at.variables().get(access.getNameAsString()));
    }
    return Optional.empty();
  }

  /** The variable before the colons of a method reference, which is read as a type. */
  Optional<Variable> referenced(ClassOrInterfaceType type) {
    boolean alone = type.getScope().isEmpty() && type.getTypeArguments().isEmpty();
    return alone && type.getParentNode().filter(TypeExpr.class::isInstance).isPresent()
        ? scope(type).variable(type.getNameAsString())
        : Optional.empty();
  }

  /** The class that a written type stands for. */
  Optional<String> named(ClassOrInterfaceType type) {
    return resolve(type.getNameWithScope(), scope(type));
  }

  /**
   * The class that {@code expression} names, as in {@code Math.abs} or {@code java.util.List.of}.
   */
  Optional<String> named(Expression expression) {
    if (expression instanceof NameExpr name) {
      return scope(name).variable(name.getNameAsString()).isPresent()
          ? Optional.empty()
          : resolve(name.getNameAsString(), scope(name));
    }
    if (expression instanceof FieldAccessExpr access) {
      StringBuilder path = new StringBuilder(access.getNameAsString());
      Expression first = access.getScope();
      while (first instanceof FieldAccessExpr next) {
        path.insert(0, next.getNameAsString() + ".");
        first = next.getScope();
      }
      if (first instanceof NameExpr name
          && scope(name).variable(name.getNameAsString()).isEmpty()) {
        return resolve(name.getNameAsString() + "." + path, scope(name));
      }
    }
    return Optional.empty();
  }

  /** The class that a written name, simple or dotted, stands for at {@code scope}. */
  Optional<String> resolve(String written, Scope scope) {
    int dot = written.indexOf('.');
    String first = dot < 0 ? written : written.substring(0, dot);
    String rest = dot < 0 ? "" : written.substring(dot + 1).replace('.', '$');
    Optional<String> found =
        scope
            .type(first)
            .or(() -> imports.named(first))
            .or(() -> Optional.ofNullable(bySimpleName.get(first)));
    if (found.isPresent()) {
      if (rest.isEmpty()) {
        return found;
      }
      String nested = found.get() + "$" + rest;
      // Members of classes are no classes.
      return classes.containsKey(nested) || isClassName(nested)
          ? Optional.of(nested)
          : Optional.empty();
    }
    if (dot < 0 || !isPackage(first)) {
      return Optional.empty();
    }
    String whole = Imports.internal(written);
    return isClassName(whole) ? Optional.of(whole) : Optional.empty();
  }

  // Constants are written in capitals, classes are not, but for listed ones.
  private static boolean isNested(String owner, String nested) {
    if (ListedMembers.standard().hasClass(nested)) {
      return true;
    }
    String last = nested.substring(nested.lastIndexOf('$') + 1);
    return Character.isUpperCase(last.charAt(0))
        && last.chars().anyMatch(Character::isLowerCase)
        && !ListedMembers.standard().fields(owner).containsKey(last);
  }

  private static boolean isClassName(String internal) {
    int slash = internal.lastIndexOf('/');
    int nested = internal.lastIndexOf('$');
    return nested > slash
        ? isNested(internal.substring(0, nested), internal)
        : slash + 1 < internal.length() && Character.isUpperCase(internal.charAt(slash + 1));
  }

  private static boolean isPackage(String name) {
    return !name.isEmpty() && Character.isLowerCase(name.charAt(0));
  }
}
