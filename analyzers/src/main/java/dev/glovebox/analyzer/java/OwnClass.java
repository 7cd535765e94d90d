package dev.glovebox.analyzer.java;

import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A named class of the source. */
final class OwnClass {
  private final String name;
  private final TypeDeclaration<?> declaration;
  private final Scope scope;
  private final Map<String, List<MethodDeclaration>> methods = new TreeMap<>();

  OwnClass(String name, TypeDeclaration<?> declaration, Scope scope) {
    this.name = name;
    this.declaration = declaration;
    this.scope = scope;
    for (MethodDeclaration method : declaration.getMethods()) {
      methods.computeIfAbsent(method.getNameAsString(), _ -> new ArrayList<>()).add(method);
    }
  }

  /** Its name, with the classes around it before dollars. */
  String name() {
    return name;
  }

  TypeDeclaration<?> declaration() {
    return declaration;
  }

  /** What is declared in its body. */
  Scope scope() {
    return scope;
  }

  /** Its methods by name. */
  Map<String, List<MethodDeclaration>> methods() {
    return methods;
  }
}
