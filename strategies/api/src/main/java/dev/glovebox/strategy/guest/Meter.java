package dev.glovebox.strategy.guest;

/**
 * The fuel of a strategy in Java. The fuel transform puts a call of {@link #step} at each method
 * entry and before each jump back, and one of {@link #caught} at each handler that catches
 * everything; no source may name this class.
 *
 * <p>Once the steps of a call of the worker's are spent, or an error was caught, every further step
 * throws, and the worker looks at the thread itself: a strategy that swallows the end gains
 * nothing. A transform that also knows where methods end may put {@link #enter} at their entry
 * instead, {@link #resume} with what it returned at each handler and {@link #leave} before each
 * return: calls then end at a depth that is the same in every process; without it recursion ends
 * where the stack does.
 */
public final class Meter {
  private Meter() {}

  /** Takes one step; throws if none was left. */
  public static void step() {
    if (!(Thread.currentThread() instanceof MeteredThread thread)) {
      throw new Spent();
    }
    if (--thread.left < 0) {
      throw thread.end(new Spent());
    }
  }

  /**
   * Takes what a handler for everything was given; after an error it throws, and so does a step.
   */
  public static void caught(Throwable thrown) {
    if (thrown instanceof Error error) {
      throw MeteredThread.current().end(error);
    }
    step();
  }

  /**
   * Takes one step into a method; throws if it was the last, or too deep.
   *
   * @return the depth of calls in the method
   */
  public static int enter() {
    step();
    MeteredThread thread = MeteredThread.current();
    if (thread.calls >= thread.callsMax) {
      throw thread.end(new TooDeep());
    }
    return ++thread.calls;
  }

  /** Tells that the method at {@code depth} goes on after an exception from within. */
  public static void resume(int depth) {
    MeteredThread.current().calls = depth;
  }

  /** Tells that a method returns. */
  public static void leave() {
    MeteredThread.current().calls--;
  }

  /** True if {@code end} says that the steps of a call were spent. */
  public static boolean isSpent(Throwable end) {
    return end instanceof Spent;
  }

  /** True if {@code end} says that calls went too deep, by count or by the stack's end. */
  public static boolean isTooDeep(Throwable end) {
    return end instanceof TooDeep || end instanceof StackOverflowError;
  }

  // Both have a stack trace, for it tells the line at which a call ended: the same in every
  // process.

  /** The steps of one call are spent. */
  @SuppressWarnings("serial") // never serialized
  private static final class Spent extends Error {
    Spent() {
      super("the steps of one call are spent", null, false, true);
    }
  }

  /** Calls are too deep. */
  @SuppressWarnings("serial") // never serialized
  private static final class TooDeep extends Error {
    TooDeep() {
      super("calls are too deep", null, false, true);
    }
  }
}
