package dev.glovebox.strategy.guest;

/**
 * The fuel of a strategy in Java. The fuel transform puts a call of {@link #step} at each method
 * entry and before each backward branch; no source may name this class.
 *
 * <p>Once the steps of a call of the worker's are spent, every further step throws an error that no
 * strategy can name; the worker looks at the meter itself, so one that is swallowed changes
 * nothing. A transform that also knows where methods end may put {@link #enter} at their entry
 * instead, {@link #resume} with what it returned at each exception handler and {@link #leave}
 * before each return: calls then end at a depth that is the same in every process; without it
 * recursion ends where the stack does.
 */
public final class Meter {
  private Meter() {}

  /** Takes one step; throws if none was left. */
  public static void step() {
    if (!(Thread.currentThread() instanceof MeteredThread thread)) {
      throw new Stopped("a strategy runs on the guest's thread only");
    }
    if (--thread.left < 0) {
      // Stays below zero however often it is asked.
      thread.left = -1;
      throw new Stopped("the steps of one call are spent");
    }
  }

  /**
   * Takes one step into a method; throws if it was the last, or too deep.
   *
   * @return the depth of calls in the method
   */
  public static int enter() {
    step();
    MeteredThread thread = MeteredThread.current();
    if (thread.depth >= thread.depthMax) {
      thread.deep = true;
      throw new Stopped("calls are too deep");
    }
    return ++thread.depth;
  }

  /** Tells that the method at {@code depth} goes on after an exception from within. */
  public static void resume(int depth) {
    MeteredThread.current().depth = depth;
  }

  /**
   * Takes one step at a handler that catches everything; if what it caught ends a run, as the end of
   * the stack does, every further step throws.
   */
  public static void caught(Throwable thrown) {
    if (thrown instanceof VirtualMachineError) {
      MeteredThread.current().deep = true;
      MeteredThread.current().left = 0;
    }
    step();
  }

  /** Tells that a method returns. */
  public static void leave() {
    MeteredThread.current().depth--;
  }

  /** Ends a strategy. */
  @SuppressWarnings("serial") // never serialized
  private static final class Stopped extends Error {
    Stopped(String why) {
      super(why, null, false, false);
    }
  }
}
