package dev.glovebox.classes;

import java.lang.classfile.ClassModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** The classes of one candidate and the list, and what names in them come to. */
final class Candidate {
  private final AllowList list;
  private final Map<String, Outline> outlines = new HashMap<>();

  /** What others may refer to in a class. */
  private record Outline(
      List<String> parents, Set<String> methods, Set<String> fields, boolean isEnum) {}

  Candidate(AllowList list, Map<String, ClassModel> models) {
    this.list = list;
    models.forEach((name, model) -> outlines.put(name, outline(model)));
  }

  private static Outline outline(ClassModel model) {
    List<String> parents = new ArrayList<>();
    model.superclass().map(ClassEntry::asInternalName).ifPresent(parents::add);
    model.interfaces().forEach(entry -> parents.add(entry.asInternalName()));
    Set<String> methods = new HashSet<>();
    for (MethodModel method : model.methods()) {
      methods.add(method.methodName().stringValue() + method.methodType().stringValue());
    }
    Set<String> fields = new HashSet<>();
    for (FieldModel field : model.fields()) {
      fields.add(field.fieldName().stringValue() + ":" + field.fieldType().stringValue());
    }
    boolean isEnum = parents.contains("java/lang/Enum");
    return new Outline(List.copyOf(parents), methods, fields, isEnum);
  }

  AllowList list() {
    return list;
  }

  boolean defines(String name) {
    return outlines.containsKey(name);
  }

  /** Whether the candidate may name the class, or the class of the array's elements. */
  boolean mayName(String name) {
    String element = ClassNames.element(name);
    return element.isEmpty() || defines(element) || list.hasClass(element);
  }

  /** Whether the class is an enum, whose literal collections of enums need. */
  boolean isEnum(String name) {
    Outline outline = outlines.get(name);
    return outline == null ? list.isEnum(name) : outline.isEnum();
  }

  /** Whether a reference ends at a method of the candidate or on the list. */
  boolean hasMethod(String owner, String name, String descriptor) {
    if (owner.startsWith("[")) {
      return name.equals("clone") && descriptor.equals("()Ljava/lang/Object;") && mayName(owner);
    }
    String member = name + descriptor;
    if (name.startsWith("<")) {
      Outline outline = outlines.get(owner);
      return outline == null
          ? list.hasMethod(owner, name, descriptor)
          : outline.methods().contains(member);
    }
    // Interfaces have what Object has.
    return anywhere(
            owner,
            at -> {
              Outline outline = outlines.get(at);
              return outline == null
                  ? list.hasMethod(at, name, descriptor)
                  : outline.methods().contains(member);
            })
        || (mayName(owner) && list.hasMethod("java/lang/Object", name, descriptor));
  }

  /** Whether a reference ends at a field of the candidate or on the list. */
  boolean hasField(String owner, String name, String descriptor) {
    return anywhere(
        owner,
        at -> {
          Outline outline = outlines.get(at);
          return outline == null
              ? list.hasField(at, name, descriptor)
              : outline.fields().contains(name + ":" + descriptor);
        });
  }

  /** Classes above {@code name} within the candidate, up to one more than the cap. */
  int depth(String name) {
    int depth = 0;
    Outline outline = outlines.get(name);
    while (outline != null && !outline.parents().isEmpty() && depth <= ClassLimits.PARENTS_MAX) {
      depth++;
      outline = outlines.get(outline.parents().getFirst());
    }
    return depth;
  }

  /** Whether {@code name} has {@code parent} above it, as far as the candidate's classes go. */
  boolean isBelow(String name, String parent) {
    Outline outline = outlines.get(name);
    return outline != null
        && outline.parents().stream().anyMatch(above -> anywhere(above, parent::equals));
  }

  private boolean anywhere(String from, Predicate<String> holds) {
    Deque<String> open = new ArrayDeque<>(List.of(from));
    Set<String> seen = new HashSet<>();
    while (!open.isEmpty()) {
      String at = open.remove();
      if (!seen.add(at)) {
        continue;
      }
      if (holds.test(at)) {
        return true;
      }
      Outline outline = outlines.get(at);
      if (outline != null) {
        open.addAll(outline.parents());
      }
    }
    return false;
  }

  /** Whether a handler may be for {@code name}: an exception, and none that ends a run. */
  boolean isCatchable(String name) {
    return anywhere(name, list::isCatchable);
  }
}
