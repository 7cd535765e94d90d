package dev.glovebox.classes;

import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.NameAndTypeEntry;
import java.util.Arrays;
import java.util.Optional;

/** The bootstraps that ordinary Java is compiled to, each with its exact descriptor. */
enum Bootstraps {
  LAMBDA(
      "java/lang/invoke/LambdaMetafactory",
      "metafactory",
      "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;"
          + "Ljava/lang/invoke/MethodType;Ljava/lang/invoke/MethodHandle;"
          + "Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;"),
  RECORD(
      "java/lang/runtime/ObjectMethods",
      "bootstrap",
      "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;"
          + "Ljava/lang/invoke/TypeDescriptor;Ljava/lang/Class;Ljava/lang/String;"
          + "[Ljava/lang/invoke/MethodHandle;)Ljava/lang/Object;"),
  TYPE_SWITCH("java/lang/runtime/SwitchBootstraps", "typeSwitch", Bootstraps.SWITCH),
  ENUM_SWITCH("java/lang/runtime/SwitchBootstraps", "enumSwitch", Bootstraps.SWITCH),
  /** The one constant that is computed: {@code int.class} and the like, in a switch's labels. */
  PRIMITIVE(
      "java/lang/invoke/ConstantBootstraps",
      "primitiveClass",
      "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/Class;)"
          + "Ljava/lang/Class;");

  private static final String SWITCH =
      "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;"
          + "[Ljava/lang/Object;)Ljava/lang/invoke/CallSite;";

  private final String owner;
  private final String method;
  private final String descriptor;

  Bootstraps(String owner, String method, String descriptor) {
    this.owner = owner;
    this.method = method;
    this.descriptor = descriptor;
  }

  static Optional<Bootstraps> of(MemberRefEntry reference) {
    return Arrays.stream(values())
        .filter(known ->
            reference.owner().asInternalName().equals(known.owner)
                && reference.name().equalsString(known.method)
                && reference.type().equalsString(known.descriptor))
        .findFirst();
  }

  /** Whether name and descriptor are those of a bootstrap, whose classes nothing else may name. */
  static boolean isOne(NameAndTypeEntry entry) {
    return Arrays.stream(values())
        .anyMatch(known ->
            entry.name().equalsString(known.method) && entry.type().equalsString(known.descriptor));
  }

  /** Classes whose bare name stands in every class file with a call site. */
  static boolean mayBeNamed(String name) {
    return name.equals("java/lang/invoke/MethodHandles")
        || name.equals("java/lang/invoke/MethodHandles$Lookup")
        || Arrays.stream(values()).anyMatch(known -> known.owner.equals(name));
  }
}
