package dev.glovebox.classes;

import java.lang.classfile.Instruction;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.instruction.ExceptionCatch;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.classfile.instruction.StoreInstruction;
import java.lang.classfile.instruction.ThrowInstruction;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;

/**
 * What a candidate catches: its own exceptions and the listed ones. What catches everything is what
 * {@code finally}, resources and record patterns are compiled to, and throws on.
 *
 * <p>The end of a run is an Error; it passes through such handlers, and the meter sees it there.
 */
final class HandlerCheck {
  private static final String THROWABLE = "java/lang/Throwable";
  private static final String MATCH = "java/lang/MatchException";

  private final Candidate candidate;
  private final Stage stage;
  private final Defects defects;

  HandlerCheck(Candidate candidate, Stage stage, Defects defects) {
    this.candidate = candidate;
    this.stage = stage;
    this.defects = defects;
  }

  /** Whether a handler is for everything. */
  static boolean catchesAll(ExceptionCatch handler) {
    return handler.catchType().map(ClassEntry::asInternalName).orElse(THROWABLE).equals(THROWABLE);
  }

  void check(Body body) {
    Set<Integer> kept = kept(body);
    for (ExceptionCatch handler : body.handlers()) {
      int entry = body.index(handler.handler());
      if (entry >= body.size()) {
        throw new IllegalArgumentException("a handler after the end");
      }
      int line = body.line(entry);
      if (catchesAll(handler)) {
        boolean written = handler.catchType().isPresent();
        if (!throwsOn(body, entry, written, kept)) {
          defects.add(
              written ? ClassCode.JAVA_CATCH_TYPE : ClassCode.JAVA_CATCH_SWALLOWS,
              line,
              written
                  ? "catch Exception or narrower: Throwable would catch the end of the run"
                  : "a finally that returns, breaks or continues would drop the end of the run");
        }
      } else {
        String type = handler.catchType().orElseThrow().asInternalName();
        if (!candidate.isCatchable(type)) {
          defects.add(
              ClassCode.JAVA_CATCH_TYPE,
              line,
              ClassNames.shown(type) + " may not be caught: catch Exception or narrower");
        }
      }
      boolean cut =
          stage == Stage.COMPILED && body.guardsItsStore(handler) && body.staysEntry(handler);
      if (entry < body.index(handler.tryEnd()) && !cut) {
        defects.add(
            ClassCode.JAVA_CATCH_ORDER, line, "a handler that stands before what it guards ends");
      }
    }
  }

  /** Variables that hold what a handler for everything caught. */
  private static Set<Integer> kept(Body body) {
    Set<Integer> kept = new HashSet<>();
    for (ExceptionCatch handler : body.handlers()) {
      if (catchesAll(handler)
          && body.at(store(body, body.index(handler.handler())))
              instanceof StoreInstruction stored) {
        kept.add(stored.slot());
      }
    }
    return kept;
  }

  /** Index of a handler's first instruction that is the candidate's own. */
  private static int store(Body body, int entry) {
    boolean metered = entry + 3 < body.size() && Meter.CAUGHT.is(body.at(entry + 3));
    return Math.min(metered ? entry + 4 : entry, body.size() - 1);
  }

  private static boolean throwsOn(Body body, int entry, boolean written, Set<Integer> kept) {
    if (!(body.at(store(body, entry)) instanceof StoreInstruction)) {
      return false;
    }
    BitSet reached = body.reachable(entry);
    for (int i = reached.nextSetBit(0); i >= 0; i = reached.nextSetBit(i + 1)) {
      Instruction instruction = body.at(i);
      if (instruction instanceof ReturnInstruction) {
        return false;
      }
      if (written
          && instruction instanceof ThrowInstruction
          && !isOfCompiler(body.at(i - 1), kept)) {
        return false;
      }
    }
    return true;
  }

  // Resources throw on what they caught; record patterns throw a MatchException of it.
  private static boolean isOfCompiler(Instruction before, Set<Integer> kept) {
    return switch (before) {
      case LoadInstruction load -> kept.contains(load.slot());
      case InvokeInstruction made ->
          made.owner().asInternalName().equals(MATCH) && made.name().equalsString("<init>");
      default -> false;
    };
  }
}
