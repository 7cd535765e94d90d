package dev.glovebox.host.market;

import dev.glovebox.host.market.BarImport.SeriesBar;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.SplittableRandom;

/**
 * How bars that a strategy has not seen yet are replaced by others. Times, stamps and the order of
 * open, high, low and close stay valid; prices keep the decimals of their bar's finest price.
 */
public sealed interface OtherFuture {
  /** Returns what follows {@code last} instead of {@code future}. */
  List<SeriesBar> bars(SeriesBar last, List<SeriesBar> future);

  /**
   * Every move away from the last close turned round and doubled: a price p becomes c x (c / p)^2.
   * Whoever knew the direction of what comes must now decide otherwise.
   */
  record Mirrored() implements OtherFuture {
    @Override
    public List<SeriesBar> bars(SeriesBar last, List<SeriesBar> future) {
      return future.stream().map(bar -> mirrored(last, bar)).toList();
    }

    private static SeriesBar mirrored(SeriesBar last, SeriesBar bar) {
      BigDecimal around = last.close();
      PriceRange range = PriceRange.of(last, bar);
      return new SeriesBar(
          bar.openTimeMicros(),
          bar.stamp(),
          range.bounded(mirror(around, bar.open())),
          range.bounded(mirror(around, bar.low())),
          range.bounded(mirror(around, bar.high())),
          range.bounded(mirror(around, bar.close())),
          bar.volume());
    }

    private static BigDecimal mirror(BigDecimal around, BigDecimal price) {
      return around.multiply(
          around.divide(price, MathContext.DECIMAL64).pow(2, MathContext.DECIMAL64));
    }
  }

  /**
   * Every bar's prices times one factor of 0.5 to 1.5, its volume times another of 0 to 1, drawn
   * from {@code seed}.
   */
  record Noisy(long seed) implements OtherFuture {
    private static final int PRICE_PERMILLE_MIN = 500;
    private static final int PRICE_PERMILLE_MAX = 1500;
    private static final int VOLUME_PERMILLE_MAX = 1000;

    @Override
    public List<SeriesBar> bars(SeriesBar last, List<SeriesBar> future) {
      SplittableRandom random = new SplittableRandom(seed);
      return future.stream()
          .map(bar -> {
            BigDecimal prices =
                BigDecimal.valueOf(random.nextInt(PRICE_PERMILLE_MIN, PRICE_PERMILLE_MAX + 1), 3);
            BigDecimal volume = BigDecimal.valueOf(random.nextInt(VOLUME_PERMILLE_MAX + 1), 3);
            return noisy(last, bar, prices, volume);
          })
          .toList();
    }

    private static SeriesBar noisy(
        SeriesBar last, SeriesBar bar, BigDecimal prices, BigDecimal volume) {
      PriceRange range = PriceRange.of(last, bar);
      return new SeriesBar(
          bar.openTimeMicros(),
          bar.stamp(),
          range.bounded(bar.open().multiply(prices)),
          range.bounded(bar.high().multiply(prices)),
          range.bounded(bar.low().multiply(prices)),
          range.bounded(bar.close().multiply(prices)),
          bar.volume()
              .multiply(volume)
              .setScale(Math.max(0, bar.volume().scale()), RoundingMode.DOWN));
    }
  }

  /**
   * The grid and the bounds of a made bar's prices: as many decimals as the bars around it have, at
   * most 18 digits in all, and above zero. Rounding down on one grid keeps the order of prices.
   */
  record PriceRange(int scale, BigDecimal most) {
    private static final int DIGITS_MAX = 18;

    static PriceRange of(SeriesBar last, SeriesBar bar) {
      int scale = Math.max(scale(last), scale(bar));
      BigDecimal whole = BigDecimal.TEN.pow(DIGITS_MAX - scale).subtract(BigDecimal.ONE);
      return new PriceRange(scale, whole);
    }

    private static int scale(SeriesBar bar) {
      return Math.max(
          Math.max(bar.open().scale(), bar.high().scale()),
          Math.max(0, Math.max(bar.low().scale(), bar.close().scale())));
    }

    BigDecimal bounded(BigDecimal price) {
      BigDecimal least = BigDecimal.ONE.movePointLeft(scale);
      return price.min(most).setScale(scale, RoundingMode.DOWN).max(least);
    }
  }
}
