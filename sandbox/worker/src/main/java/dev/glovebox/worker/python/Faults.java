package dev.glovebox.worker.python;

import dev.glovebox.worker.guest.FaultCode;
import dev.glovebox.worker.guest.GuestFault;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.SourceSection;
import org.graalvm.polyglot.Value;

/**
 * From what the engine throws to what the host is told.
 *
 * <p>Judged by flags, exception classes and frames, never by message. The order matters: what the
 * worker itself noticed (budget, log, orders) comes before what the guest made of it.
 */
final class Faults {
  private static final String POLICY_FRAMES = "com.oracle.truffle.polyglot.";
  private static final String POSIX_FRAMES = "com.oracle.graal.python.runtime.";

  /** Arithmetic on numbers that no memory can hold ends here, for example 10**10**9. */
  private static final String NUMBER_FRAMES = "java.math.";

  private final PythonContext python;
  private final Value parameterInvalid;
  private final Value hookReturned;
  private final Value intentLimit;
  private final Value overflowed;
  private final Value firstLine;
  private final Value hint;
  private String fileName = "strategy.py";
  private List<Integer> lineMap = List.of();

  Faults(PythonContext python) {
    this.python = python;
    this.parameterInvalid = python.function("ParameterInvalid");
    this.hookReturned = python.function("HookReturned");
    this.intentLimit = python.function("IntentLimit");
    this.overflowed = python.function("overflowed");
    this.firstLine = python.function("first_line");
    this.hint = python.function("hint");
  }

  /** Sets how lines of the prepared form map to submitted lines. */
  void map(String name, List<Integer> lines) {
    fileName = name;
    lineMap = lines;
  }

  /** The fault for a spent budget, a flooded log, or what the guest threw. */
  GuestFault classify(String hook, PolyglotException thrown) {
    if (python.log().flooded()) {
      return flooded(hook);
    }
    if (python.tripped().get()) {
      return new GuestFault(
          FaultCode.BUDGET_EXCEEDED, "the statement budget of one call is spent", hook, 0, "");
    }
    if (thrown.isInternalError()) {
      return internal(hook, thrown);
    }
    if (thrown.isResourceExhausted()) {
      return new GuestFault(
          FaultCode.RECURSION_LIMIT, "the guest's stack is exhausted", hook, line(thrown), "");
    }
    if (thrown.isExit()) {
      return new GuestFault(
          FaultCode.STRATEGY_ERROR, "the strategy asked to exit", hook, line(thrown), "SystemExit");
    }
    return thrownByGuest(hook, thrown);
  }

  /** The fault for a log beyond its limit. */
  GuestFault flooded(String hook) {
    return new GuestFault(
        FaultCode.OUTPUT_LIMIT, "the run wrote more log than allowed", hook, 0, "");
  }

  /** The fault for too many orders in one call. */
  GuestFault tooManyIntents(String hook) {
    return new GuestFault(
        FaultCode.INTENT_LIMIT, "the hook asked for more orders than allowed", hook, 0, "");
  }

  private static GuestFault internal(String hook, PolyglotException thrown) {
    StackTraceElement[] frames = thrown.getStackTrace();
    String top = frames.length == 0 ? "" : frames[0].getClassName();
    if (top.startsWith(POLICY_FRAMES) || top.startsWith(POSIX_FRAMES)) {
      return new GuestFault(
          FaultCode.POLICY_VIOLATION, "the guest engine's policy forbids this", hook, 0, "");
    }
    if (top.startsWith(NUMBER_FRAMES)) {
      return new GuestFault(
          FaultCode.STRATEGY_ERROR, "a number is larger than can be held", hook, 0, "");
    }
    return new GuestFault(FaultCode.WORKER_FAULT, "the guest engine failed", hook, 0, "");
  }

  private GuestFault thrownByGuest(String hook, PolyglotException thrown) {
    Value object = thrown.getGuestObject();
    String exceptionClass = className(object);
    int line = thrown.isSyntaxError() ? submitted(thrown.getSourceLocation()) : line(thrown);
    FaultCode code = FaultCode.STRATEGY_ERROR;
    if (is(python.recursionError(), object)) {
      code = FaultCode.RECURSION_LIMIT;
    } else if (is(intentLimit, object) || overflowed.execute().asBoolean()) {
      code = FaultCode.INTENT_LIMIT;
    } else if (is(parameterInvalid, object)) {
      code = FaultCode.PARAMETER_INVALID;
    } else if (is(hookReturned, object)) {
      line = submitted(firstLine.execute(hook).asInt());
    }
    String instead = code == FaultCode.STRATEGY_ERROR ? instead(object) : "";
    return new GuestFault(
        code, message(thrown, exceptionClass) + instead, hook, line, exceptionClass);
  }

  /** What to write instead, for typical mistakes; computed in the guest and as untrusted as it. */
  private String instead(Value object) {
    if (object == null) {
      return "";
    }
    try {
      // Whatever the hook has spent: looking may load the texts first.
      python.context().resetLimits();
      String told = hint.execute(object).asString();
      return told.isEmpty() ? "" : "; instead: " + told;
    } catch (RuntimeException e) {
      // A strategy that spoiled its own world gets no hint.
      return "";
    }
  }

  private static boolean is(Value type, Value object) {
    return object != null && type.isMetaInstance(object);
  }

  private static String className(Value object) {
    try {
      Value type = object == null ? null : object.getMetaObject();
      return type == null ? "" : type.getMetaSimpleName();
    } catch (PolyglotException e) {
      return "";
    }
  }

  private String message(PolyglotException thrown, String exceptionClass) {
    String message;
    try {
      message = thrown.getMessage();
    } catch (RuntimeException e) {
      // The text came from the guest's own __str__.
      message = "";
    }
    if (message == null || message.isEmpty()) {
      return exceptionClass;
    }
    String prefix = exceptionClass + ": ";
    return HostPaths.hide(
        message.startsWith(prefix) ? message.substring(prefix.length()) : message);
  }

  /** The innermost line of the strategy's own file. */
  private int line(PolyglotException thrown) {
    try (Stream<PolyglotException.StackFrame> frames = frames(thrown)) {
      return frames
          .filter(PolyglotException.StackFrame::isGuestFrame)
          .map(PolyglotException.StackFrame::getSourceLocation)
          .filter(location -> submitted(location) > 0)
          .findFirst()
          .map(this::submitted)
          .orElse(0);
    }
  }

  private static Stream<PolyglotException.StackFrame> frames(PolyglotException thrown) {
    Iterable<PolyglotException.StackFrame> trace = thrown.getPolyglotStackTrace();
    return StreamSupport.stream(trace.spliterator(), false);
  }

  private int submitted(SourceSection location) {
    if (location == null || !location.getSource().getName().equals(fileName)) {
      return 0;
    }
    return submitted(location.getStartLine());
  }

  private int submitted(int formLine) {
    return formLine >= 1 && formLine <= lineMap.size() ? lineMap.get(formLine - 1) : 0;
  }
}
