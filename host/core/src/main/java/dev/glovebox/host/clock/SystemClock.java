package dev.glovebox.host.clock;

import java.time.Instant;

/** The machine's own time. */
public final class SystemClock implements Clock {
  private static final long MICROS_PER_SECOND = 1_000_000;
  private static final int NANOS_PER_MICRO = 1_000;

  /** Reads the machine's clocks. */
  public SystemClock() {}

  @Override
  public long nowMicros() {
    Instant now = Instant.now();
    return now.getEpochSecond() * MICROS_PER_SECOND + now.getNano() / NANOS_PER_MICRO;
  }

  @Override
  public long monotonicNanos() {
    return System.nanoTime();
  }
}
