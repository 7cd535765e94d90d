package dev.glovebox.analyzer.java;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.ImportDeclaration;
import dev.glovebox.classes.ListedMembers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the imports of a source make of simple names. */
final class Imports {
  private static final ListedMembers LISTED = ListedMembers.standard();

  private final Map<String, String> classes = new HashMap<>();
  private final Map<String, String> members = new HashMap<>();
  private final List<String> packages = new ArrayList<>(List.of("java/lang"));
  private final List<String> owners = new ArrayList<>();
  private final Set<String> unlistedLanguage;

  private Imports(Set<String> unlistedLanguage) {
    this.unlistedLanguage = unlistedLanguage;
  }

  /**
   * Reads the imports.
   *
   * @param unlistedLanguage simple names of classes of java.lang that are not on the list
   */
  static Imports of(CompilationUnit unit, Set<String> unlistedLanguage) {
    Imports imports = new Imports(unlistedLanguage);
    for (ImportDeclaration one : unit.getImports()) {
      String name = one.getNameAsString();
      if (one.isStatic() && one.isAsterisk()) {
        imports.owners.add(internal(name));
      } else if (one.isStatic()) {
        int dot = name.lastIndexOf('.');
        imports.members.put(name.substring(dot + 1), internal(name.substring(0, Math.max(0, dot))));
      } else if (one.isAsterisk()) {
        imports.packages.add(internal(name));
      } else {
        imports.classes.put(name.substring(name.lastIndexOf('.') + 1), internal(name));
      }
    }
    return imports;
  }

  /**
   * The internal name of a dotted one: packages begin with a small letter, classes with a capital
   * one, and classes stand in classes.
   */
  static String internal(String dotted) {
    StringBuilder name = new StringBuilder();
    boolean inClass = false;
    for (String part : dotted.split("\\.", -1)) {
      if (!name.isEmpty()) {
        name.append(inClass ? '$' : '/');
      }
      name.append(part);
      inClass |= !part.isEmpty() && Character.isUpperCase(part.charAt(0));
    }
    return name.toString();
  }

  /** The class that a simple name stands for if the source does not define it. */
  Optional<String> named(String simple) {
    String imported = classes.get(simple);
    if (imported != null) {
      return Optional.of(imported);
    }
    for (String at : packages) {
      String name = at + (isClass(at) ? "$" : "/") + simple;
      if (LISTED.hasClass(name)) {
        return Optional.of(name);
      }
    }
    return unlistedLanguage.contains(simple)
        ? Optional.of("java/lang/" + simple)
        : Optional.empty();
  }

  /** Whether {@code simple} is imported by name as the class {@code name}. */
  boolean isExplicit(String simple, String name) {
    return name.equals(classes.get(simple));
  }

  private static boolean isClass(String name) {
    int slash = name.lastIndexOf('/');
    return slash + 1 < name.length() && Character.isUpperCase(name.charAt(slash + 1));
  }

  /** The class of which a static member called {@code name} is imported. */
  Optional<String> ownerOf(String name) {
    String owner = members.get(name);
    if (owner != null) {
      return Optional.of(owner);
    }
    return owners.stream()
        .filter(at -> LISTED.methods(at).containsKey(name) || LISTED.fields(at).containsKey(name))
        .findFirst();
  }
}
