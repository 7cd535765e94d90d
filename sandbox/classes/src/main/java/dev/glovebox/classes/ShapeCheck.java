package dev.glovebox.classes;

import java.lang.classfile.ClassModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.reflect.AccessFlag;
import java.util.HashSet;
import java.util.Set;

/** What a class says about itself: version, name, kind, parents, members. */
final class ShapeCheck {
  /** Version of class files of Java 25. */
  static final int MAJOR_VERSION = 69;

  private final Candidate candidate;
  private final Defects defects;

  ShapeCheck(Candidate candidate, Defects defects) {
    this.candidate = candidate;
    this.defects = defects;
  }

  void check(String name, ClassModel model) {
    if (model.majorVersion() != MAJOR_VERSION || model.minorVersion() != 0) {
      defects.add(
          ClassCode.JAVA_CLASS_VERSION,
          "version " + model.majorVersion() + "." + model.minorVersion() + " of class files");
    }
    if (!model.thisClass().asInternalName().equals(name)
        || candidate.list().hasClass(name)
        || !ClassNames.isTaken(name)) {
      defects.add(ClassCode.JAVA_CLASS_NAME, "a class that has another's name");
    }
    if (model.isModuleInfo()
        || model.flags().has(AccessFlag.MODULE)
        || model.flags().has(AccessFlag.ANNOTATION)) {
      defects.add(ClassCode.JAVA_CLASS_KIND, "annotation types and modules are not taken");
    }
    parents(name, model);
    members(model);
  }

  private void parents(String name, ClassModel model) {
    String parent = model.superclass().map(ClassEntry::asInternalName).orElse("");
    boolean isInterface = model.flags().has(AccessFlag.INTERFACE);
    boolean taken =
        isInterface
            ? parent.equals("java/lang/Object")
            : candidate.defines(parent) || candidate.list().isExtendable(parent);
    if (!taken) {
      refuseParent("a strategy's class may not extend " + ClassNames.shown(parent));
    }
    if (model.interfaces().size() > ClassLimits.INTERFACES_MAX) {
      defects.add(ClassCode.JAVA_CLASS_TOO_LARGE, "too many interfaces");
    }
    for (ClassEntry entry : model.interfaces()) {
      String type = entry.asInternalName();
      if (!candidate.defines(type) && !candidate.list().isImplementable(type)) {
        refuseParent("a strategy's class may not implement " + ClassNames.shown(type));
      }
    }
    if (candidate.isBelow(name, name) || depth(model) > ClassLimits.PARENTS_MAX) {
      refuseParent("a class that is above itself, or too many above it");
    }
  }

  private int depth(ClassModel model) {
    return candidate.depth(model.thisClass().asInternalName());
  }

  private void refuseParent(String why) {
    defects.add(ClassCode.JAVA_CLASS_PARENT, why);
  }

  private void members(ClassModel model) {
    if (model.fields().size() > ClassLimits.MEMBERS_MAX
        || model.methods().size() > ClassLimits.MEMBERS_MAX) {
      defects.add(
          ClassCode.JAVA_CLASS_TOO_LARGE,
          "more than " + ClassLimits.MEMBERS_MAX + " fields or methods in one class");
      return;
    }
    Set<String> seen = new HashSet<>();
    for (FieldModel field : model.fields()) {
      String descriptor = field.fieldType().stringValue();
      named(field.fieldName().stringValue());
      member(seen, field.fieldName().stringValue() + ":" + descriptor, descriptor, false);
      field(field);
    }
    for (MethodModel method : model.methods()) {
      String descriptor = method.methodType().stringValue();
      member(seen, method.methodName().stringValue() + descriptor, descriptor, true);
      method(method);
      if (model.flags().has(AccessFlag.INTERFACE)) {
        alias(method);
      }
    }
  }

  // The JVM looks into the superclass first: an interface's method of the same name is a way to
  // call there what the list holds back.
  private void alias(MethodModel method) {
    String name = method.methodName().stringValue();
    if (!method.flags().has(AccessFlag.STATIC)
        && candidate.list().isWithheld(name, method.methodType().stringValue())) {
      defects.add(
          ClassCode.JAVA_CLASS_MEMBER,
          "an interface may not declare " + name + ": classes have one that is not for strategies");
    }
  }

  private void named(String name) {
    if (!ClassNames.isIdentifier(name)) {
      defects.add(
          ClassCode.JAVA_CLASS_MEMBER, "a member whose name has other than letters and digits");
    }
  }

  private void member(Set<String> seen, String member, String descriptor, boolean method) {
    if (!seen.add(member)
        || descriptor.startsWith("(") != method
        || Descriptors.classes(descriptor).isEmpty()) {
      defects.add(ClassCode.JAVA_CLASS_MEMBER, "a member that is there twice or is ill-formed");
    }
  }

  private void field(FieldModel field) {
    if (field.flags().has(AccessFlag.STATIC) && !field.flags().has(AccessFlag.FINAL)) {
      defects.add(
          ClassCode.JAVA_STATIC_MUTABLE,
          "the static field "
              + field.fieldName().stringValue()
              + " can change: make it final, or a field of the strategy");
    }
  }

  private void method(MethodModel method) {
    String name = method.methodName().stringValue();
    if (!name.equals("<init>") && !name.equals("<clinit>")) {
      named(name);
    }
    if (method.flags().has(AccessFlag.NATIVE)) {
      defects.add(ClassCode.JAVA_NATIVE, name + " is native");
    }
    if (method.flags().has(AccessFlag.SYNCHRONIZED)) {
      defects.add(
          ClassCode.JAVA_MONITOR,
          name + " is synchronized: a strategy has one thread, leave it out");
    }
    if (name.equals("finalize") && method.methodType().equalsString("()V")) {
      defects.add(
          ClassCode.JAVA_FINALIZER, "finalize() is not taken: nothing is told when it runs");
    }
    boolean bodiless =
        method.flags().has(AccessFlag.ABSTRACT) || method.flags().has(AccessFlag.NATIVE);
    boolean initializer = name.equals("<clinit>") && !method.methodType().equalsString("()V");
    if (bodiless == method.code().isPresent() || initializer) {
      defects.add(ClassCode.JAVA_CLASS_MEMBER, "a method that no compiler writes");
    }
  }
}
