package dev.glovebox.classes;

import java.lang.classfile.BootstrapMethodEntry;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.ConstantDynamicEntry;
import java.lang.classfile.constantpool.IntegerEntry;
import java.lang.classfile.constantpool.InvokeDynamicEntry;
import java.lang.classfile.constantpool.LoadableConstantEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.MethodHandleEntry;
import java.lang.classfile.constantpool.MethodTypeEntry;
import java.lang.classfile.constantpool.StringEntry;
import java.lang.invoke.MethodHandleInfo;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Call sites and method handles are those of lambdas, records and pattern switches. */
final class BootstrapCheck {
  private static final Set<String> PRIMITIVES = Set.of("B", "C", "D", "F", "I", "J", "S", "Z");
  private static final Set<String> RECORD_METHODS = Set.of("toString", "hashCode", "equals");

  private final Candidate candidate;
  private final References references;
  private final Defects defects;
  private final String self;

  BootstrapCheck(Candidate candidate, References references, Defects defects, ClassModel model) {
    this.candidate = candidate;
    this.references = references;
    this.defects = defects;
    this.self = model.thisClass().asInternalName();
  }

  /** Judges a handle of the pool, whoever uses it. */
  void handle(MethodHandleEntry handle) {
    MemberRefEntry reference = handle.reference();
    if (handle.kind() == MethodHandleInfo.REF_invokeStatic
        && Bootstraps.of(reference).isPresent()) {
      return;
    }
    switch (handle.kind()) {
      case MethodHandleInfo.REF_getField -> {
        if (!isOwnField(reference)) {
          defects.add(ClassCode.JAVA_METHOD_HANDLE, "a handle of another class's field");
        }
      }
      case MethodHandleInfo.REF_invokeStatic,
          MethodHandleInfo.REF_invokeVirtual,
          MethodHandleInfo.REF_invokeInterface,
          MethodHandleInfo.REF_newInvokeSpecial ->
          method(reference);
      case MethodHandleInfo.REF_invokeSpecial -> {
        if (!reference.owner().asInternalName().equals(self)) {
          defects.add(ClassCode.JAVA_METHOD_HANDLE, "a special call of another class's method");
        }
        method(reference);
      }
      default ->
          defects.add(ClassCode.JAVA_METHOD_HANDLE, "a method handle of kind " + handle.kind());
    }
  }

  private boolean isOwnField(MemberRefEntry reference) {
    return reference.owner().asInternalName().equals(self)
        && candidate.hasField(self, reference.name().stringValue(), reference.type().stringValue());
  }

  private void method(MemberRefEntry reference) {
    references
        .method(reference)
        .ifPresent(why -> defects.add(ClassCode.JAVA_METHOD_NOT_LISTED, why));
  }

  /** Judges a call site of the pool. */
  void site(InvokeDynamicEntry site) {
    BootstrapMethodEntry bootstrap = site.bootstrap();
    Optional<Bootstraps> known = known(bootstrap);
    if (known.isEmpty()) {
      refuse("a call site whose bootstrap is none of those of lambdas, records and switches");
      return;
    }
    boolean fits =
        switch (known.get()) {
          case LAMBDA -> isLambda(site, bootstrap.arguments());
          case RECORD -> isRecord(site, bootstrap.arguments());
          case TYPE_SWITCH, ENUM_SWITCH -> isSwitch(site, bootstrap.arguments());
          case PRIMITIVE -> false;
        };
    if (!fits) {
      refuse("a call site that no compiler writes, or a lambda of a type that is not taken");
    }
  }

  /** Judges a constant that is computed: only the class of a primitive type is, for a switch. */
  void constant(ConstantDynamicEntry constant) {
    boolean primitive =
        known(constant.bootstrap()).filter(Bootstraps.PRIMITIVE::equals).isPresent()
            && constant.bootstrap().arguments().isEmpty()
            && constant.type().equalsString("Ljava/lang/Class;")
            && PRIMITIVES.contains(constant.name().stringValue());
    if (!primitive) {
      defects.add(
          ClassCode.JAVA_CONSTANT_KIND,
          "a constant that is computed when it is loaded; where a switch names constants of an enum"
              + " by its type, compare with == instead");
    }
  }

  /** Judges an entry of the table of bootstraps, which may have no call site. */
  void bootstrap(BootstrapMethodEntry bootstrap) {
    if (bootstrap.arguments().size() > ClassLimits.BOOTSTRAP_ARGUMENTS_MAX) {
      defects.add(ClassCode.JAVA_CLASS_TOO_LARGE, "a call site of too many arguments");
    }
    if (known(bootstrap).isEmpty()) {
      refuse("a bootstrap that is none of those of lambdas, records and switches");
    }
  }

  private static Optional<Bootstraps> known(BootstrapMethodEntry bootstrap) {
    MethodHandleEntry handle = bootstrap.bootstrapMethod();
    return handle.kind() == MethodHandleInfo.REF_invokeStatic
        ? Bootstraps.of(handle.reference())
        : Optional.empty();
  }

  private boolean isLambda(InvokeDynamicEntry site, List<LoadableConstantEntry> arguments) {
    String descriptor = site.type().stringValue();
    String made = descriptor.substring(descriptor.indexOf(')') + 1);
    if (!made.startsWith("L")) {
      return false;
    }
    String type = made.substring(1, made.length() - 1);
    return (candidate.defines(type) || candidate.list().isImplementable(type))
        && arguments.size() == 3
        && arguments.get(0) instanceof MethodTypeEntry method
        && isOf(type, site.name().stringValue(), method.descriptor().stringValue())
        && arguments.get(1) instanceof MethodHandleEntry implementation
        && implementation.kind() >= MethodHandleInfo.REF_invokeVirtual
        && Bootstraps.of(implementation.reference()).isEmpty()
        && arguments.get(2) instanceof MethodTypeEntry;
  }

  // A lambda's class has one method, of whatever name the site gives: only the interface's own, so
  // that none is a finalizer or what Object has.
  private boolean isOf(String type, String name, String descriptor) {
    return ClassNames.isIdentifier(name)
        && candidate.hasMethod(type, name, descriptor)
        && !candidate.list().hasMethod("java/lang/Object", name, descriptor);
  }

  private boolean isRecord(InvokeDynamicEntry site, List<LoadableConstantEntry> arguments) {
    return RECORD_METHODS.contains(site.name().stringValue())
        && arguments.size() >= 2
        && arguments.get(0) instanceof ClassEntry record
        && record.asInternalName().equals(self)
        && arguments.get(1) instanceof StringEntry
        && arguments.stream()
            .skip(2)
            .allMatch(argument ->
                argument instanceof MethodHandleEntry handle
                    && handle.kind() == MethodHandleInfo.REF_getField);
  }

  private static boolean isSwitch(InvokeDynamicEntry site, List<LoadableConstantEntry> arguments) {
    return site.type().stringValue().endsWith("I)I")
        && arguments.stream()
            .allMatch(argument ->
                argument instanceof ClassEntry
                    || argument instanceof StringEntry
                    || argument instanceof IntegerEntry
                    || argument instanceof ConstantDynamicEntry);
  }

  private void refuse(String why) {
    defects.add(ClassCode.JAVA_BOOTSTRAP, why);
  }
}
