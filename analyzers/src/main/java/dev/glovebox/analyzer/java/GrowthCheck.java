package dev.glovebox.analyzer.java;

import static dev.glovebox.analyzer.findings.Report.quoted;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.InitializerDeclaration;
import com.github.javaparser.ast.expr.MethodCallExpr;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Collections in fields that only ever get more. */
final class GrowthCheck {
  private static final Set<String> ADDING =
      Set.of(
          "add",
          "addFirst",
          "addLast",
          "addAll",
          "offer",
          "offerFirst",
          "offerLast",
          "push",
          "append");

  // Whatever is not known to leave the size as it is may make it smaller.
  private static final Set<String> READING =
      Set.of(
          "get",
          "getFirst",
          "getLast",
          "size",
          "isEmpty",
          "contains",
          "indexOf",
          "stream",
          "iterator",
          "peek",
          "peekFirst",
          "peekLast",
          "toString",
          "equals",
          "hashCode",
          "length",
          "charAt",
          "first",
          "last",
          "toArray");

  private GrowthCheck() {}

  static void judge(Facts facts) {
    Map<Variable, MethodCallExpr> added = new LinkedHashMap<>();
    Set<Variable> shrunk = new HashSet<>();
    for (MethodCallExpr call : facts.tree().all(MethodCallExpr.class)) {
      Optional<Variable> field =
          call.getScope()
              .flatMap(facts.names()::variable)
              .filter(variable -> variable.kind() == Variable.Kind.FIELD);
      if (field.isEmpty() || !isCollection(facts.types().of(field.get()))) {
        continue;
      }
      String name = call.getNameAsString();
      if (ADDING.contains(name) && call.getArguments().size() == 1) {
        if (!isOnce(call)) {
          added.putIfAbsent(field.get(), call);
        }
      } else if (!READING.contains(name)) {
        shrunk.add(field.get());
      }
    }
    for (Map.Entry<Variable, MethodCallExpr> one : added.entrySet()) {
      if (!shrunk.contains(one.getKey()) && one.getKey().writes().isEmpty()) {
        facts.add(
            "JV411", one.getValue(), quoted(one.getKey().name()) + " grows and never gets smaller");
      }
    }
  }

  private static boolean isCollection(JavaType type) {
    return switch (type.name()) {
      case "java/util/List",
          "java/util/ArrayList",
          "java/util/LinkedList",
          "java/util/Deque",
          "java/util/ArrayDeque",
          "java/util/Queue",
          "java/util/Collection",
          "java/util/Stack",
          "java/lang/StringBuilder" ->
          true;
      default -> false;
    };
  }

  private static boolean isOnce(Node node) {
    return Tree.nearest(node, ConstructorDeclaration.class, InitializerDeclaration.class)
        .isPresent();
  }
}
