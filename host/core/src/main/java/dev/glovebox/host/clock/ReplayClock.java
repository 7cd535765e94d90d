package dev.glovebox.host.clock;

import java.util.concurrent.atomic.AtomicLong;

/** A clock that stands still until it is moved: for tests and for replays. Thread-safe. */
public final class ReplayClock implements Clock {
  private static final int NANOS_PER_MICRO = 1_000;

  private final AtomicLong micros;

  /** Starts at {@code micros} since 1970-01-01T00:00:00Z. */
  public ReplayClock(long micros) {
    this.micros = new AtomicLong(micros);
  }

  /** Moves on by {@code step} microseconds, at least zero. */
  public void advanceMicros(long step) {
    if (step < 0) {
      throw new IllegalArgumentException("a replay clock moves forward");
    }
    micros.addAndGet(step);
  }

  /** Moves on to {@code instant}; an earlier instant leaves the clock where it is. */
  public void reachMicros(long instant) {
    micros.accumulateAndGet(instant, Math::max);
  }

  @Override
  public long nowMicros() {
    return micros.get();
  }

  @Override
  public long monotonicNanos() {
    return micros.get() * NANOS_PER_MICRO;
  }
}
