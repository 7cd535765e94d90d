package dev.glovebox.classes;

import java.lang.classfile.CodeElement;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.attribute.CodeAttribute;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.ExceptionCatch;
import java.lang.classfile.instruction.IncrementInstruction;
import java.lang.classfile.instruction.LineNumber;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.LookupSwitchInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.classfile.instruction.StoreInstruction;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.classfile.instruction.TableSwitchInstruction;
import java.lang.classfile.instruction.ThrowInstruction;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/** The instructions of one method, by index, with what leads where. */
final class Body {
  private final CodeAttribute code;
  private final List<Instruction> instructions = new ArrayList<>();
  private final List<Integer> lines = new ArrayList<>();
  private final List<Integer> offsets = new ArrayList<>();
  private final int[] indexAt;
  private final BitSet entered = new BitSet();

  Body(CodeAttribute code) {
    this.code = code;
    this.indexAt = new int[code.codeLength() + 1];
    int offset = 0;
    int line = 0;
    for (CodeElement element : code) {
      switch (element) {
        case LineNumber number -> line = number.line();
        case Instruction instruction -> {
          indexAt[offset] = instructions.size();
          offsets.add(offset);
          instructions.add(instruction);
          lines.add(line);
          offset += instruction.sizeInBytes();
        }
        default -> {
          // Labels are looked up by offset; the rest says nothing about what runs.
        }
      }
    }
    indexAt[code.codeLength()] = instructions.size();
    for (int i = 0; i < size(); i++) {
      targets(i).forEach(entered::set);
    }
    handlers().forEach(handler -> entered.set(index(handler.handler())));
  }

  int size() {
    return instructions.size();
  }

  Instruction at(int index) {
    return instructions.get(index);
  }

  /** Submitted line of an instruction; 0 if unknown. */
  int line(int index) {
    return lines.get(index);
  }

  /** Index of the instruction that a label stands at; one past the last for the end. */
  int index(Label label) {
    int offset = code.labelToBci(label);
    int index = indexAt[offset];
    boolean starts = offset == code.codeLength() || offsets.get(index) == offset;
    if (!starts) {
      throw new IllegalArgumentException("a label inside an instruction");
    }
    return index;
  }

  List<ExceptionCatch> handlers() {
    return code.exceptionHandlers();
  }

  /** Whether there are instructions, and none names a variable at or beyond {@code slots}. */
  boolean staysWithin(int slots) {
    return !instructions.isEmpty()
        && instructions.stream()
            .allMatch(instruction ->
                switch (instruction) {
                  case LoadInstruction load -> load.slot() + load.typeKind().slotSize() <= slots;
                  case StoreInstruction store ->
                      store.slot() + store.typeKind().slotSize() <= slots;
                  case IncrementInstruction increment -> increment.slot() < slots;
                  default -> true;
                });
  }

  /**
   * Whether a handler guards its own first instruction, as compilers let it, alone or behind what
   * comes before: it stores what was caught, which throws nothing, and the transform leaves it out.
   */
  boolean guardsItsStore(ExceptionCatch handler) {
    int entry = index(handler.handler());
    return index(handler.tryStart()) <= entry
        && index(handler.tryEnd()) == entry + 1
        && at(entry) instanceof StoreInstruction;
  }

  /** Whether what is left of a handler's entry is one, once nothing guards its own store. */
  boolean staysEntry(ExceptionCatch handler) {
    int entry = index(handler.handler());
    return handlers().stream()
        .anyMatch(other -> index(other.handler()) == entry && !guardsNothingElse(other));
  }

  /** Whether a handler guards nothing beside its own first instruction. */
  boolean guardsNothingElse(ExceptionCatch handler) {
    return index(handler.tryStart()) == index(handler.handler());
  }

  /** Whether anything but the instruction before leads to {@code index}. */
  boolean isEntered(int index) {
    return entered.get(index);
  }

  /** Where an instruction may jump to, beside the next one. */
  List<Integer> targets(int index) {
    return switch (at(index)) {
      case BranchInstruction branch -> List.of(index(branch.target()));
      case TableSwitchInstruction table -> cases(table.cases(), table.defaultTarget());
      case LookupSwitchInstruction lookup -> cases(lookup.cases(), lookup.defaultTarget());
      default -> List.of();
    };
  }

  private List<Integer> cases(List<SwitchCase> cases, Label otherwise) {
    List<Integer> targets = new ArrayList<>();
    cases.forEach(branch -> targets.add(index(branch.target())));
    targets.add(index(otherwise));
    return targets;
  }

  /** Whether an instruction leads to itself or to one before it. */
  boolean leadsBack(int index) {
    return targets(index).stream().anyMatch(target -> target <= index);
  }

  private boolean leadsOn(int index) {
    return switch (at(index)) {
      case ReturnInstruction _, ThrowInstruction _ -> false;
      case TableSwitchInstruction _, LookupSwitchInstruction _ -> false;
      case BranchInstruction branch -> isConditional(branch);
      default -> true;
    };
  }

  private static boolean isConditional(BranchInstruction branch) {
    return switch (branch.opcode()) {
      case GOTO, GOTO_W -> false;
      default -> true;
    };
  }

  /** Instructions that run after {@code from} where nothing is thrown. */
  BitSet reachable(int from) {
    BitSet reached = new BitSet();
    Deque<Integer> open = new ArrayDeque<>(List.of(from));
    while (!open.isEmpty()) {
      int index = open.remove();
      if (index >= size() || reached.get(index)) {
        continue;
      }
      reached.set(index);
      open.addAll(targets(index));
      if (leadsOn(index)) {
        open.add(index + 1);
      }
    }
    return reached;
  }
}
