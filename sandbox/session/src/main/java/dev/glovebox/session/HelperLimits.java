package dev.glovebox.session;

import dev.glovebox.jail.ProcessLimits;
import java.time.Duration;

/**
 * Limits of one helper process.
 *
 * @param wall from the request to the last byte of the answer; then it is killed
 * @param outputBytesMax sum of all bytes it may answer
 */
public record HelperLimits(ProcessLimits memory, Duration wall, long outputBytesMax) {
  private static final long MEBIBYTE = 1024L * 1024L;

  /** Preparation and analysis of one source file. */
  public static final HelperLimits SOURCE =
      new HelperLimits(new ProcessLimits(256, 64), Duration.ofSeconds(30), 4 * MEBIBYTE);

  /** Import of one bar file of up to 1 GiB and 10 million bars, which it holds in memory. */
  public static final HelperLimits BARS =
      new HelperLimits(new ProcessLimits(768, 64), Duration.ofMinutes(5), 2048 * MEBIBYTE);

  /** Refuses limits that limit nothing. */
  public HelperLimits {
    if (wall.isNegative() || wall.isZero() || outputBytesMax < 1) {
      throw new IllegalArgumentException("limits must be positive");
    }
  }
}
