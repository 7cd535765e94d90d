package dev.glovebox.analyzer.java;

import static dev.glovebox.analyzer.findings.Report.quoted;

import com.github.javaparser.ast.Modifier;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.PackageDeclaration;
import com.github.javaparser.ast.body.AnnotationDeclaration;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.InitializerDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.modules.ModuleDeclaration;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.SynchronizedStmt;
import com.github.javaparser.ast.stmt.ThrowStmt;
import com.github.javaparser.ast.stmt.WhileStmt;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.TypeParameter;
import dev.glovebox.classes.ListedMembers;
import java.util.List;
import java.util.Set;

/** What a source declares: classes, methods, fields, and how they are named. */
record DeclarationCheck(Facts facts, Outside outside) implements Check {
  private static final ListedMembers LISTED = ListedMembers.standard();
  private static final String API = "dev/glovebox/strategy/";

  private static final List<String> RESERVED =
      List.of(
          "java.",
          "javax.",
          "jdk.",
          "sun.",
          "com.sun.",
          "netscape.",
          "dev.glovebox.",
          "org.graalvm.");

  @Override
  public Set<Class<? extends Node>> kinds() {
    return Set.of(
        PackageDeclaration.class,
        ModuleDeclaration.class,
        AnnotationDeclaration.class,
        ClassOrInterfaceDeclaration.class,
        EnumDeclaration.class,
        RecordDeclaration.class,
        TypeParameter.class,
        FieldDeclaration.class,
        VariableDeclarator.class,
        MethodDeclaration.class,
        InitializerDeclaration.class,
        SynchronizedStmt.class,
        SwitchEntry.class);
  }

  @Override
  public void visit(Node node) {
    switch (node) {
      case PackageDeclaration declared -> inPackage(declared);
      case ModuleDeclaration module -> facts.add("JV108", module, "a module (JAVA_CLASS_KIND)");
      case AnnotationDeclaration declared -> {
        facts.add("JV108", declared, "an annotation type (JAVA_CLASS_KIND)");
        named(declared.getName(), declared.getNameAsString());
      }
      case ClassOrInterfaceDeclaration declared -> type(declared);
      case EnumDeclaration declared -> {
        parents(declared.getImplementedTypes(), false);
        named(declared.getName(), declared.getNameAsString());
      }
      case RecordDeclaration declared -> {
        parents(declared.getImplementedTypes(), false);
        named(declared.getName(), declared.getNameAsString());
      }
      case TypeParameter parameter -> named(parameter.getName(), parameter.getNameAsString());
      case FieldDeclaration field -> field(field);
      case VariableDeclarator variable -> variable(variable);
      case MethodDeclaration method -> method(method);
      case InitializerDeclaration initializer -> initializer(initializer);
      case SynchronizedStmt locked ->
          facts.add("JV113", locked, "a synchronized block (JAVA_MONITOR)");
      case SwitchEntry entry -> entry(entry);
      default -> throw new IllegalStateException("not asked for");
    }
  }

  private void inPackage(PackageDeclaration declared) {
    String name = declared.getNameAsString() + ".";
    if (RESERVED.stream().anyMatch(name::startsWith)) {
      facts.add(
          "JV107",
          declared,
          quoted(declared.getNameAsString()) + " belongs to others (JAVA_CLASS_NAME)");
    }
  }

  private void type(ClassOrInterfaceDeclaration declared) {
    named(declared.getName(), declared.getNameAsString());
    parents(declared.getExtendedTypes(), !declared.isInterface());
    parents(declared.getImplementedTypes(), false);
  }

  private void parents(List<ClassOrInterfaceType> types, boolean superclass) {
    for (ClassOrInterfaceType type : types) {
      String name = facts.names().named(type).orElse("");
      // What reaches outside has a rule of its own.
      boolean judged =
          LISTED.hasClass(name)
              || (!name.isEmpty()
                  && facts.names().own(name).isEmpty()
                  && outside.ofClass(name).orElse("JV303").equals("JV303"));
      boolean taken = superclass ? LISTED.isExtendable(name) : LISTED.isImplementable(name);
      if (judged && !taken) {
        facts.add(
            "JV116",
            type,
            quoted(type.getNameAsString())
                + (superclass ? " may not be extended" : " may not be implemented")
                + " (JAVA_CLASS_PARENT)");
      }
    }
  }

  /** A class or type parameter that has the name of another. */
  private void named(Node place, String name) {
    boolean language =
        LISTED.hasClass("java/lang/" + name)
            || facts.rules().lists("unlisted-language-classes", name);
    if (language || facts.rules().lists("api-names", name)) {
      facts.add(
          "JV117",
          place,
          quoted(name) + " is the name of a class of " + (language ? "java.lang" : "the API"));
    } else if (LISTED.hasClass(API + name)) {
      facts.add("JV503", place, quoted(name) + " is the name of a class of the API");
    }
  }

  private void field(FieldDeclaration field) {
    if (field.isStatic() && !field.isFinal() && !isInInterface(field)) {
      facts.add(
          "JV110",
          field,
          quoted(field.getVariable(0).getNameAsString())
              + " is static and can change (JAVA_STATIC_MUTABLE)");
    }
    keyword(field, field.getModifiers());
  }

  private static boolean isInInterface(Node node) {
    return node.getParentNode().orElse(node) instanceof ClassOrInterfaceDeclaration around
        && around.isInterface();
  }

  private void keyword(Node place, List<Modifier> modifiers) {
    for (Modifier modifier : modifiers) {
      switch (modifier.getKeyword()) {
        case VOLATILE, TRANSIENT, STRICTFP ->
            facts.add(
                "JV507",
                place,
                quoted(modifier.getKeyword().asString()) + " does nothing in one thread");
        default -> {
          // Means something.
        }
      }
    }
  }

  // Math.abs of a variable called Math is not what people read.
  private void variable(VariableDeclarator variable) {
    String name = variable.getNameAsString();
    if (Character.isUpperCase(name.charAt(0))
        && (LISTED.hasClass("java/lang/" + name)
            || facts.rules().lists("unlisted-language-classes", name))) {
      facts.add("JV117", variable.getName(), quoted(name) + " is the name of a class of java.lang");
    }
  }

  private void method(MethodDeclaration method) {
    String name = method.getNameAsString();
    if (method.isNative()) {
      facts.add("JV109", method.getName(), quoted(name) + " is native (JAVA_NATIVE)");
    }
    if (method.isSynchronized()) {
      facts.add("JV113", method.getName(), quoted(name) + " is synchronized (JAVA_MONITOR)");
    }
    if (name.equals("finalize") && method.getParameters().isEmpty()) {
      facts.add("JV111", method.getName(), "a finalizer (JAVA_FINALIZER)");
    }
    if (isSerialHook(method)) {
      facts.add("JV106", method.getName(), quoted(name) + " is called by serialization");
    }
    keyword(method.getName(), method.getModifiers());
  }

  private static boolean isSerialHook(CallableDeclaration<?> method) {
    int parameters = method.getParameters().size();
    return switch (method.getNameAsString()) {
      case "readResolve", "writeReplace", "readObjectNoData" -> parameters == 0;
      case "readObject", "writeObject", "readExternal", "writeExternal" -> parameters == 1;
      default -> false;
    };
  }

  private void initializer(InitializerDeclaration initializer) {
    if (!initializer.isStatic()) {
      return;
    }
    boolean works =
        Tree.inside(initializer).stream()
            .anyMatch(node ->
                node instanceof WhileStmt
                    || node instanceof DoStmt
                    || node instanceof ForStmt
                    || node instanceof ThrowStmt
                    || !facts.methods().targets(node).isEmpty());
    if (works) {
      facts.add("JV405", initializer, "a static initialiser that loops, calls or throws");
    }
  }

  // case Kind.A: over a sealed interface, the compiler computes the constant.
  private void entry(SwitchEntry entry) {
    for (var label : entry.getLabels()) {
      if (label instanceof FieldAccessExpr access) {
        String owner = facts.names().named(access.getScope()).orElse("");
        String selected = selected(entry);
        if (facts.names().own(owner).isPresent()
            && facts.names().own(owner).get().declaration() instanceof EnumDeclaration
            && !selected.equals(owner)) {
          facts.add(
              "JV115",
              access,
              "a constant of an enum in a switch over another type" + " (JAVA_BOOTSTRAP)");
        }
      }
    }
  }

  private String selected(SwitchEntry entry) {
    return switch (entry.getParentNode().orElse(entry)) {
      case com.github.javaparser.ast.expr.SwitchExpr by ->
          facts.types().of(by.getSelector()).name();
      case com.github.javaparser.ast.stmt.SwitchStmt by ->
          facts.types().of(by.getSelector()).name();
      default -> "";
    };
  }
}
