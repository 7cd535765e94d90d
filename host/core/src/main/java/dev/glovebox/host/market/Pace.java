package dev.glovebox.host.market;

import dev.glovebox.host.clock.Clock;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * The market's time of a recorded feed, kept by the host's clock: it starts with the first instant
 * that is asked for and runs {@code speed} times as fast as the host's monotonic time. Without a
 * speed it waits for nothing. Used by one thread.
 */
public final class Pace {
  /** Slowest speed, in recorded seconds per second. */
  public static final BigDecimal SPEED_MIN = new BigDecimal("0.001");

  /** Fastest speed below "as fast as it goes", in recorded seconds per second. */
  public static final BigDecimal SPEED_MAX = new BigDecimal("1000000");

  private static final BigDecimal NANOS_PER_MICRO = BigDecimal.valueOf(1_000);

  private final Clock clock;
  private final Optional<BigDecimal> speed;
  private final Waiting waiting;
  private boolean started;
  private long startMarketMicros;
  private long startNanos;

  /**
   * Keeps time.
   *
   * @param speed recorded seconds per second, {@link #SPEED_MIN} to {@link #SPEED_MAX}; empty =
   *     wait for nothing
   */
  public Pace(Clock clock, Optional<BigDecimal> speed, Waiting waiting) {
    this.clock = clock;
    this.speed = speed;
    this.waiting = waiting;
    speed.ifPresent(given -> {
      if (given.compareTo(SPEED_MIN) < 0 || given.compareTo(SPEED_MAX) > 0) {
        throw new IllegalArgumentException("a speed outside its bounds");
      }
    });
  }

  /**
   * Returns once it is {@code marketMicros} in the market.
   *
   * @return false if nothing more is wanted
   */
  boolean reach(long marketMicros) {
    if (!started) {
      started = true;
      startMarketMicros = marketMicros;
      startNanos = clock.monotonicNanos();
    }
    if (speed.isEmpty()) {
      return waiting.pause(0);
    }
    long due =
        BigDecimal.valueOf(marketMicros - startMarketMicros)
            .multiply(NANOS_PER_MICRO)
            .divide(speed.get(), 0, RoundingMode.CEILING)
            .min(BigDecimal.valueOf(Long.MAX_VALUE / 2))
            .longValueExact();
    while (true) {
      long left = due - (clock.monotonicNanos() - startNanos);
      if (!waiting.pause(left)) {
        return false;
      }
      if (left <= 0) {
        return true;
      }
    }
  }
}
