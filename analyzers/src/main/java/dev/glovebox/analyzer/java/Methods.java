package dev.glovebox.analyzer.java;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import dev.glovebox.analyzer.graph.Components;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which methods and constructors of the source call which, by name and number of arguments. */
final class Methods {
  private final Map<String, List<CallableDeclaration<?>>> bySignature = new HashMap<>();
  private final IdentityHashMap<Node, List<CallableDeclaration<?>>> targets =
      new IdentityHashMap<>();
  private final IdentityHashMap<CallableDeclaration<?>, Set<CallableDeclaration<?>>> calls =
      new IdentityHashMap<>();

  private Methods() {}

  // Two methods may be written alike.
  private static Set<CallableDeclaration<?>> identities() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
  }

  static Methods of(Tree tree, Names names, Types types) {
    Methods methods = new Methods();
    for (MethodDeclaration method : tree.all(MethodDeclaration.class)) {
      methods.add(method.getNameAsString(), method);
    }
    for (ConstructorDeclaration constructor : tree.all(ConstructorDeclaration.class)) {
      methods.add("new " + constructor.getNameAsString(), constructor);
    }
    for (MethodCallExpr call : tree.all(MethodCallExpr.class)) {
      Optional<MethodDeclaration> exact = exact(call, names, types);
      if (exact.isPresent()) {
        methods.link(call, List.of(exact.get()));
      } else if (methods.mayBeOwn(call, names, types)) {
        methods.link(call, call.getNameAsString() + "/" + call.getArguments().size());
      }
    }
    for (ObjectCreationExpr made : tree.all(ObjectCreationExpr.class)) {
      methods.link(
          made, "new " + made.getType().getNameAsString() + "/" + made.getArguments().size());
    }
    return methods;
  }

  private void add(String name, CallableDeclaration<?> method) {
    bySignature
        .computeIfAbsent(name + "/" + method.getParameters().size(), _ -> new ArrayList<>())
        .add(method);
  }

  // A method of a listed class is none of the source, whatever it is called.
  private boolean mayBeOwn(MethodCallExpr call, Names names, Types types) {
    if (call.getScope().isEmpty()) {
      return true;
    }
    Expression scope = call.getScope().get();
    String receiver = names.named(scope).orElseGet(() -> types.of(scope).name());
    return receiver.isEmpty() || names.own(receiver).isPresent();
  }

  // The one method of the class that the receiver is declared as, unless another may stand for it.
  private static Optional<MethodDeclaration> exact(MethodCallExpr call, Names names, Types types) {
    if (call.getScope().isEmpty()) {
      return named(names, call).filter(Methods::isFinal);
    }
    Expression scope = call.getScope().get();
    return names
        .own(names.named(scope).orElseGet(() -> types.of(scope).name()))
        .flatMap(own ->
            own.methods().getOrDefault(call.getNameAsString(), List.of()).stream()
                .filter(method -> method.getParameters().size() == call.getArguments().size())
                .findFirst())
        .filter(Methods::isFinal);
  }

  private static boolean isFinal(MethodDeclaration method) {
    return method.isPrivate()
        || method.isStatic()
        || method.isFinal()
        || method
            .getParentNode()
            .filter(ClassOrInterfaceDeclaration.class::isInstance)
            .map(ClassOrInterfaceDeclaration.class::cast)
            .filter(around -> !around.isAbstract() && !around.isInterface())
            .isPresent();
  }

  private void link(Node call, String signature) {
    link(call, bySignature.getOrDefault(signature, List.of()));
  }

  private void link(Node call, List<? extends CallableDeclaration<?>> found) {
    if (found.isEmpty()) {
      return;
    }
    targets.put(call, List.copyOf(found));
    around(call)
        .ifPresent(caller -> calls.computeIfAbsent(caller, _ -> identities()).addAll(found));
  }

  /** The method or constructor around {@code node}, through lambdas, within the same class. */
  static Optional<CallableDeclaration<?>> around(Node node) {
    return Tree.nearest(node, CallableDeclaration.class, TypeDeclaration.class)
        .filter(CallableDeclaration.class::isInstance)
        .map(found -> (CallableDeclaration<?>) found);
  }

  /** The methods of the source that a call may reach. */
  List<CallableDeclaration<?>> targets(Node call) {
    return targets.getOrDefault(call, List.of());
  }

  /** The methods that {@code method} calls, directly. */
  Set<CallableDeclaration<?>> called(CallableDeclaration<?> method) {
    return calls.getOrDefault(method, Set.of());
  }

  /** A number for each method that calls others; two that reach each other have the same. */
  IdentityHashMap<CallableDeclaration<?>, Integer> groups() {
    return new Components<>(calls).groups();
  }

  /** Everything that {@code method} calls, directly or not. */
  Set<CallableDeclaration<?>> reached(CallableDeclaration<?> method) {
    Set<CallableDeclaration<?>> seen = identities();
    Deque<CallableDeclaration<?>> open = new ArrayDeque<>(called(method));
    while (!open.isEmpty()) {
      CallableDeclaration<?> next = open.pop();
      if (seen.add(next)) {
        open.addAll(called(next));
      }
    }
    return seen;
  }

  /** The method of a class around the call that a call without a receiver names. */
  static Optional<MethodDeclaration> named(Names names, MethodCallExpr call) {
    Optional<Scope> scope = Optional.of(names.scope(call));
    while (scope.isPresent()) {
      if (scope.get().node() instanceof TypeDeclaration<?> type) {
        for (MethodDeclaration method : type.getMethodsByName(call.getNameAsString())) {
          if (method.getParameters().size() == call.getArguments().size()) {
            return Optional.of(method);
          }
        }
      }
      scope = scope.get().around();
    }
    return Optional.empty();
  }
}
