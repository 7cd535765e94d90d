package dev.glovebox.classes;

import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;

/**
 * The two calls that the transform puts into code, by name.
 *
 * <p>{@code step()} counts one step and throws once the budget is used up, and from then on always.
 * {@code caught(Throwable)} is the same at the handlers that catch everything: it is shown what was
 * caught, and if that is an {@code Error} (the end of the budget, of the stack), every later call of
 * either throws. So no code of a candidate goes on after such an end.
 */
final class Meter {
  static final String OWNER = "dev/glovebox/strategy/guest/Meter";
  static final ClassDesc CLASS = ClassDesc.ofInternalName(OWNER);
  static final String STEP = "step";
  static final MethodTypeDesc STEP_TYPE = MethodTypeDesc.ofDescriptor("()V");
  static final String CAUGHT = "caught";
  static final MethodTypeDesc CAUGHT_TYPE =
      MethodTypeDesc.ofDescriptor("(Ljava/lang/Throwable;)V");

  private Meter() {}

  static boolean owns(MemberRefEntry reference) {
    return reference.owner().asInternalName().equals(OWNER);
  }

  static boolean isStep(MemberRefEntry reference) {
    return is(reference, STEP, STEP_TYPE);
  }

  static boolean isCaught(MemberRefEntry reference) {
    return is(reference, CAUGHT, CAUGHT_TYPE);
  }

  private static boolean is(MemberRefEntry reference, String name, MethodTypeDesc type) {
    return owns(reference)
        && reference.name().equalsString(name)
        && reference.type().equalsString(type.descriptorString());
  }
}
