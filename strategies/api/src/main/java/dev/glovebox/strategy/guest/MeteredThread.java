package dev.glovebox.strategy.guest;

import java.util.Optional;

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
  int calls;

  /** Most calls at a time. */
  int callsMax = Integer.MAX_VALUE;

  /** What ended the strategy, as far as the meter was told; see {@link Meter#caught}. */
  private Optional<Error> end = Optional.empty();

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
  public final void begin(long steps, int most) {
    left = steps;
    calls = 0;
    callsMax = most;
    end = Optional.empty();
  }

  /** The first error that the strategy was told to end by, whatever it made of it. */
  public final Optional<Error> end() {
    return end;
  }

  /** Takes what ends the strategy, and gives back the first that did: no step is left. */
  final Error end(Error error) {
    left = -1;
    Error first = end.orElse(error);
    end = Optional.of(first);
    return first;
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
