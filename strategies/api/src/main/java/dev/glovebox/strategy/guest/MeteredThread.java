package dev.glovebox.strategy.guest;

/**
 * A thread that a strategy in Java may run on: it holds the fuel and the depth of calls.
 *
 * <p>Fields of the thread, for nothing else is as fast to reach from every step, and runs that
 * share a process so have a meter each.
 */
public class MeteredThread extends Thread {
  /** Steps that may still be taken. */
  long left;

  /** Calls that have not returned yet. */
  int depth;

  /** Most calls at a time. */
  int depthMax = Integer.MAX_VALUE;

  /** True once a step or a call was one too many. */
  boolean deep;

  /** The newest bar's close, NaN if none: a number whose exact value is known. */
  double lastClose = Double.NaN;

  /** The mantissa of {@link #lastClose}. */
  long lastMantissa;

  /** The scale of {@link #lastClose}. */
  int lastScale;

  /** A thread for {@code task} with a stack of so many bytes, not yet started. */
  protected MeteredThread(Runnable task, String name, long stackBytes) {
    super(null, task, name, stackBytes);
  }

  /** The calling thread, which must be a guest's. */
  public static MeteredThread current() {
    if (Thread.currentThread() instanceof MeteredThread thread) {
      return thread;
    }
    throw new IllegalStateException("a guest needs a guest thread");
  }

  /** Begins one call: so many steps, and so many calls deep. */
  public final void begin(long steps, int calls) {
    left = steps;
    depth = 0;
    depthMax = calls;
    deep = false;
  }

  /** True if the steps of the call were spent, whatever the strategy made of it. */
  public final boolean spent() {
    return left < 0;
  }

  /** True if calls went too deep. */
  public final boolean tooDeep() {
    return deep;
  }

  /** Makes a bar's close the number whose exact value needs no text; NaN for none. */
  public final void look(double close, long mantissa, int scale) {
    lastClose = close;
    lastMantissa = mantissa;
    lastScale = scale;
  }

  /** True if {@code x} is the newest bar's close, whose exact value is known. */
  public final boolean isLast(double x) {
    return x == lastClose;
  }

  /** The mantissa of the newest bar's close. */
  public final long lastMantissa() {
    return lastMantissa;
  }

  /** The scale of the newest bar's close. */
  public final int lastScale() {
    return lastScale;
  }
}
