package dev.glovebox.host.research;

import dev.glovebox.host.model.Sha256;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The last bars before which a future is taken away or replaced, drawn from the series' hash: each
 * pair has one right after an intent, where knowledge of what comes would have been used, and one
 * anywhere.
 */
record CutPoints(
    int truncateAtIntent, int truncateAnywhere, int perturbAtIntent, int perturbAnywhere) {
  /** Fewest bars that can be cut: one to decide on and one to take away, twice. */
  static final int BARS_MIN = 4;

  private static final int SEED_DIGITS = 15;

  /** Draws for {@code bars} bars, {@value #BARS_MIN} or more. */
  static CutPoints of(Sha256 series, int bars, List<Integer> intentBars) {
    if (bars < BARS_MIN) {
      throw new IllegalArgumentException("too few bars to cut");
    }
    SplittableRandom random = new SplittableRandom(seed(series));
    List<Integer> usable = intentBars.stream().filter(bar -> bar < bars - 1).toList();
    return new CutPoints(
        atIntent(random, usable, bars),
        anywhere(random, bars),
        atIntent(random, usable, bars),
        anywhere(random, bars));
  }

  /** Returns the number that everything drawn for {@code series} begins with. */
  static long seed(Sha256 series) {
    return Long.parseLong(series.hex().substring(0, SEED_DIGITS), 16);
  }

  private static int atIntent(SplittableRandom random, List<Integer> intents, int bars) {
    return intents.isEmpty() ? anywhere(random, bars) : intents.get(random.nextInt(intents.size()));
  }

  /** The middle half: something before it and something after it. */
  private static int anywhere(SplittableRandom random, int bars) {
    return bars / 4 + random.nextInt(bars / 2);
  }
}
