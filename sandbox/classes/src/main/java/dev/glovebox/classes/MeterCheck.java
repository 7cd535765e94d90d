package dev.glovebox.classes;

import java.lang.classfile.Instruction;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.ExceptionCatch;
import java.lang.classfile.instruction.InvokeInstruction;
import java.util.BitSet;

/**
 * Every method begins with a step, every handler too, every jump back stands behind one that cannot
 * be jumped over, and there are no others.
 */
final class MeterCheck {
  private final Defects defects;

  MeterCheck(Defects defects) {
    this.defects = defects;
  }

  void check(Body body) {
    BitSet due = new BitSet();
    due.set(0);
    boolean sound = isStep(body, 0);
    for (ExceptionCatch handler : body.handlers()) {
      int entry = body.index(handler.handler());
      if (HandlerCheck.catchesAll(handler)) {
        due.set(entry + 1);
        sound &=
            entry + 1 < body.size()
                && body.at(entry).opcode() == Opcode.DUP
                && body.at(entry + 1) instanceof InvokeInstruction call
                && Meter.isCaught(call.method())
                && !body.isEntered(entry + 1);
      } else {
        due.set(entry);
        sound &= isStep(body, entry);
      }
    }
    for (int i = 0; i < body.size(); i++) {
      if (body.leadsBack(i)) {
        sound &= i > 0 && isStep(body, i - 1) && !body.isEntered(i);
        due.set(Math.max(0, i - 1));
      }
    }
    for (int i = 0; i < body.size(); i++) {
      sound &= due.get(i) || !isMeter(body.at(i));
    }
    if (!sound) {
      defects.add(ClassCode.JAVA_METER, "steps are not counted where the transform counts them");
    }
  }

  private static boolean isMeter(Instruction instruction) {
    return instruction instanceof InvokeInstruction call && Meter.owns(call.method());
  }

  private static boolean isStep(Body body, int index) {
    return index < body.size()
        && body.at(index) instanceof InvokeInstruction call
        && call.opcode() == Opcode.INVOKESTATIC
        && Meter.isStep(call.method());
  }
}
