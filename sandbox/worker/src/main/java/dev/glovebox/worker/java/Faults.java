package dev.glovebox.worker.java;

import dev.glovebox.strategy.guest.Meter;
import dev.glovebox.strategy.guest.MeteredThread;
import dev.glovebox.strategy.guest.Run;
import dev.glovebox.worker.guest.FaultCode;
import dev.glovebox.worker.guest.GuestFault;
import dev.glovebox.worker.guest.LogSink;
import java.util.function.Supplier;

/**
 * From what a strategy throws to what the host is told.
 *
 * <p>Judged by what the worker itself noticed (log, budget, depth, orders) before what the strategy
 * made of it, and by classes, never by message.
 */
final class Faults {
  /** Steps that an exception's own methods may take to tell of it. */
  private static final long TELLING_STEPS_MAX = 10_000;

  private static final int TELLING_CALLS_MAX = 50;

  private final LogSink log;
  private final Run run;

  Faults(LogSink log, Run run) {
    this.log = log;
    this.run = run;
  }

  /** Throws if a call that returned has gone beyond a limit. */
  void check(String hook) throws GuestFault {
    MeteredThread thread = MeteredThread.current();
    if (log.flooded() || thread.end().isPresent() || run.overflowed()) {
      throw beyondLimits(hook, thread.end().orElseGet(Error::new));
    }
  }

  /** The fault for what {@code hook} threw. */
  GuestFault classify(String hook, Throwable thrown, CandidateLoader loader) {
    if (thrown instanceof OutOfMemoryError memory) {
      throw memory;
    }
    Throwable end = MeteredThread.current().end().map(Throwable.class::cast).orElse(thrown);
    if (log.flooded() || run.overflowed() || Meter.isSpent(end) || Meter.isTooDeep(end)) {
      return beyondLimits(hook, end);
    }
    Throwable cause = unwrapped(thrown);
    if (cause instanceof LinkageError) {
      return new GuestFault(
          FaultCode.POLICY_VIOLATION,
          loader
              .refused()
              .map(name -> name + " is not on the list of what a strategy may use")
              .orElse("a class does not fit the others"),
          hook,
          0,
          "");
    }
    if (thrown instanceof VirtualMachineError) {
      return new GuestFault(FaultCode.WORKER_FAULT, "the virtual machine failed", hook, 0, "");
    }
    return new GuestFault(
        FaultCode.STRATEGY_ERROR,
        told(() -> message(cause), ""),
        hook,
        told(() -> line(cause), 0),
        cause.getClass().getSimpleName());
  }

  private GuestFault beyondLimits(String hook, Throwable end) {
    if (log.flooded()) {
      return new GuestFault(
          FaultCode.OUTPUT_LIMIT, "the run wrote more log than allowed", hook, 0, "");
    }
    if (run.overflowed()) {
      return new GuestFault(
          FaultCode.INTENT_LIMIT, "the hook asked for more orders than allowed", hook, 0, "");
    }
    if (Meter.isTooDeep(end)) {
      return new GuestFault(
          FaultCode.RECURSION_LIMIT, "calls of methods are too deep", hook, line(end), "");
    }
    if (Meter.isSpent(end)) {
      return new GuestFault(
          FaultCode.BUDGET_EXCEEDED,
          "the statement budget of one call is spent",
          hook,
          line(end),
          "");
    }
    return new GuestFault(
        FaultCode.STRATEGY_ERROR,
        "the strategy went on after an error",
        hook,
        0,
        end.getClass().getSimpleName());
  }

  private static Throwable unwrapped(Throwable thrown) {
    Throwable cause = thrown instanceof ExceptionInInitializerError ? thrown.getCause() : null;
    return cause == null ? thrown : cause;
  }

  /** What an exception says of itself may be code of the strategy: it is bounded like a hook. */
  private static <T> T told(Supplier<T> asked, T otherwise) {
    MeteredThread.current().begin(TELLING_STEPS_MAX, TELLING_CALLS_MAX);
    try {
      return asked.get();
    } catch (RuntimeException | StackOverflowError e) {
      return otherwise;
    } catch (Error e) {
      if (Meter.isSpent(e) || Meter.isTooDeep(e)) {
        return otherwise;
      }
      throw e;
    }
  }

  private static String message(Throwable thrown) {
    String message = thrown.getMessage();
    return message == null ? thrown.getClass().getSimpleName() : message;
  }

  /** The innermost line of the strategy's own classes; the entry of a method has none. */
  private static int line(Throwable thrown) {
    for (StackTraceElement frame : thrown.getStackTrace()) {
      if (CandidateLoader.NAME.equals(frame.getClassLoaderName()) && frame.getLineNumber() > 0) {
        return frame.getLineNumber();
      }
    }
    return 0;
  }
}
