package dev.glovebox.classes;

import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.ConstantDynamicEntry;
import java.lang.classfile.constantpool.DoubleEntry;
import java.lang.classfile.constantpool.FieldRefEntry;
import java.lang.classfile.constantpool.FloatEntry;
import java.lang.classfile.constantpool.IntegerEntry;
import java.lang.classfile.constantpool.InterfaceMethodRefEntry;
import java.lang.classfile.constantpool.InvokeDynamicEntry;
import java.lang.classfile.constantpool.LongEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.MethodHandleEntry;
import java.lang.classfile.constantpool.MethodRefEntry;
import java.lang.classfile.constantpool.MethodTypeEntry;
import java.lang.classfile.constantpool.ModuleEntry;
import java.lang.classfile.constantpool.NameAndTypeEntry;
import java.lang.classfile.constantpool.PackageEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.StringEntry;
import java.lang.classfile.constantpool.Utf8Entry;

/** Every entry of a constant pool, used or not, names only what the candidate may name. */
final class PoolCheck {
  private final References references;
  private final BootstrapCheck bootstraps;
  private final Stage stage;
  private final Defects defects;

  PoolCheck(References references, BootstrapCheck bootstraps, Stage stage, Defects defects) {
    this.references = references;
    this.bootstraps = bootstraps;
    this.stage = stage;
    this.defects = defects;
  }

  void check(ClassModel model) {
    if (model.constantPool().size() > ClassLimits.POOL_ENTRIES_MAX) {
      defects.add(
          ClassCode.JAVA_CLASS_TOO_LARGE,
          "a constant pool of more than " + ClassLimits.POOL_ENTRIES_MAX + " entries");
      return;
    }
    for (PoolEntry entry : model.constantPool()) {
      entry(entry);
    }
  }

  private void entry(PoolEntry entry) {
    switch (entry) {
      case ClassEntry named -> type(named);
      case FieldRefEntry field ->
          references
              .field(field)
              .ifPresent(why -> defects.add(ClassCode.JAVA_FIELD_NOT_LISTED, why));
      case MethodRefEntry method -> method(method);
      case InterfaceMethodRefEntry method -> method(method);
      case NameAndTypeEntry pair -> pair(pair);
      case MethodTypeEntry type -> descriptor(type.descriptor().stringValue());
      case MethodHandleEntry handle -> bootstraps.handle(handle);
      case InvokeDynamicEntry site -> bootstraps.site(site);
      case ConstantDynamicEntry constant -> bootstraps.constant(constant);
      case ModuleEntry _, PackageEntry _ ->
          defects.add(ClassCode.JAVA_CONSTANT_KIND, "a module or package in a class");
      case StringEntry _, IntegerEntry _, LongEntry _, FloatEntry _, DoubleEntry _, Utf8Entry _ -> {
        // Plain values.
      }
    }
  }

  private void type(ClassEntry named) {
    String name = named.asInternalName();
    boolean metered = stage == Stage.PREPARED && name.equals(Meter.OWNER);
    if (!metered && !Bootstraps.mayBeNamed(name) && !name.equals("java/lang/Class")) {
      references.type(name).ifPresent(why -> defects.add(ClassCode.JAVA_CLASS_NOT_LISTED, why));
    }
  }

  private void method(MemberRefEntry method) {
    boolean metered = stage == Stage.PREPARED && Meter.isOne(method);
    if (metered
        || Bootstraps.of(method).isPresent()
        || References.isGetClass(method)
        || references.isAssertion(method)) {
      return;
    }
    references.method(method).ifPresent(why -> defects.add(ClassCode.JAVA_METHOD_NOT_LISTED, why));
  }

  private void pair(NameAndTypeEntry pair) {
    if (!Bootstraps.isOne(pair)) {
      descriptor(pair.type().stringValue());
    }
  }

  private void descriptor(String descriptor) {
    references
        .descriptor(descriptor)
        .ifPresent(why -> defects.add(ClassCode.JAVA_CLASS_NOT_LISTED, why));
  }
}
