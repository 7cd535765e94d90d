package dev.glovebox.classes;

import java.lang.classfile.Instruction;
import java.lang.classfile.Opcode;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;

/**
 * The calls that the transform puts into code, by name: the worker's meter has them, and no source
 * may name it.
 */
enum Meter {
  /** At the entry of a method: a step, and one call deeper; gives the depth. */
  ENTER("enter", "()I"),
  /** Before a jump back, and at a handler: a step. */
  STEP("step", "()V"),
  /** At a handler: calls are again as deep as in the method. */
  RESUME("resume", "(I)V"),
  /** At a handler for everything: a step, and none after what was caught if that ends a run. */
  CAUGHT("caught", "(Ljava/lang/Throwable;)V"),
  /** Before a return: one call less deep. */
  LEAVE("leave", "()V");

  static final String OWNER = "dev/glovebox/strategy/guest/Meter";
  static final ClassDesc CLASS = ClassDesc.ofInternalName(OWNER);

  private final String method;
  private final String descriptor;

  Meter(String method, String descriptor) {
    this.method = method;
    this.descriptor = descriptor;
  }

  String method() {
    return method;
  }

  MethodTypeDesc type() {
    return MethodTypeDesc.ofDescriptor(descriptor);
  }

  /** Whether an instruction is this call. */
  boolean is(Instruction instruction) {
    return instruction instanceof InvokeInstruction call
        && call.opcode() == Opcode.INVOKESTATIC
        && is(call.method());
  }

  private boolean is(MemberRefEntry reference) {
    return owns(reference)
        && reference.name().equalsString(method)
        && reference.type().equalsString(descriptor);
  }

  static boolean owns(MemberRefEntry reference) {
    return reference.owner().asInternalName().equals(OWNER);
  }

  /** Whether a reference is to one of the calls. */
  static boolean isOne(MemberRefEntry reference) {
    for (Meter call : values()) {
      if (call.is(reference)) {
        return true;
      }
    }
    return false;
  }
}
