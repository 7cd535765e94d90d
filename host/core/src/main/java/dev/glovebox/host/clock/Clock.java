package dev.glovebox.host.clock;

/** Where time comes from. Thread-safe. */
public interface Clock {
  /** Returns wall time: microseconds since 1970-01-01T00:00:00Z. May step back. */
  long nowMicros();

  /** Returns nanoseconds from an arbitrary origin; never steps back; only differences count. */
  long monotonicNanos();
}
