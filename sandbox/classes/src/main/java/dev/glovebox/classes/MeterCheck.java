package dev.glovebox.classes;

import java.lang.classfile.Instruction;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.ExceptionCatch;
import java.lang.classfile.instruction.IncrementInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.classfile.instruction.StoreInstruction;
import java.util.BitSet;

/**
 * The meter's calls stand where the transform puts them, and nowhere else: at the entry of a
 * method, at each handler, before each jump back and each return, where nothing can jump past them.
 * What the entry gave is kept in a variable that nothing else writes.
 */
final class MeterCheck {
  private static final int ENTRY_LENGTH = 2;

  private final Defects defects;
  private final Body body;
  private final BitSet due = new BitSet();
  private boolean sound = true;

  MeterCheck(Defects defects, Body body) {
    this.defects = defects;
    this.body = body;
  }

  void check() {
    int kept = entry();
    for (ExceptionCatch handler : body.handlers()) {
      handler(body.index(handler.handler()), HandlerCheck.catchesAll(handler), kept);
    }
    for (int i = 0; i < body.size(); i++) {
      Instruction instruction = body.at(i);
      if (body.leadsBack(i)) {
        demand(i - 1, Meter.STEP);
        sound &= !body.isEntered(i);
      }
      if (instruction instanceof ReturnInstruction) {
        demand(i - 1, Meter.LEAVE);
        sound &= !body.isEntered(i);
      }
      sound &= i < ENTRY_LENGTH || !writes(instruction, kept);
    }
    for (int i = 0; i < body.size(); i++) {
      sound &=
          due.get(i)
              || !(body.at(i) instanceof InvokeInstruction call && Meter.owns(call.method()));
    }
    if (!sound) {
      defects.add(ClassCode.JAVA_METER, "steps are not counted where the transform counts them");
    }
  }

  /** Checks the first two instructions; returns the variable that the second fills. */
  private int entry() {
    demand(0, Meter.ENTER);
    sound &= !body.isEntered(0) && !body.isEntered(1);
    if (body.size() > 1
        && body.at(1) instanceof StoreInstruction store
        && store.typeKind() == java.lang.classfile.TypeKind.INT) {
      return store.slot();
    }
    sound = false;
    return -1;
  }

  private void handler(int at, boolean catchesAll, int kept) {
    sound &=
        at < body.size()
            && body.at(at) instanceof LoadInstruction load
            && load.slot() == kept
            && load.typeKind() == java.lang.classfile.TypeKind.INT;
    demand(at + 1, Meter.RESUME);
    int last = at + 2;
    if (catchesAll) {
      sound &= at + 2 < body.size() && body.at(at + 2).opcode() == Opcode.DUP;
      last = at + 3;
      demand(last, Meter.CAUGHT);
    } else {
      demand(last, Meter.STEP);
    }
    for (int i = at + 1; i <= last; i++) {
      sound &= !body.isEntered(i);
    }
  }

  private void demand(int index, Meter call) {
    sound &= index >= 0 && index < body.size() && call.is(body.at(index));
    due.set(Math.max(index, 0));
  }

  private static boolean writes(Instruction instruction, int kept) {
    return switch (instruction) {
      case StoreInstruction store ->
          store.slot() == kept || store.slot() + store.typeKind().slotSize() - 1 == kept;
      case IncrementInstruction increment -> increment.slot() == kept;
      default -> false;
    };
  }
}
