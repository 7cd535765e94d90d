package dev.glovebox.host.runner;

import dev.glovebox.host.clock.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Wall time as an instant. */
final class Instants {
  private Instants() {}

  static Instant of(Clock clock) {
    return Instant.EPOCH.plus(clock.nowMicros(), ChronoUnit.MICROS);
  }
}
