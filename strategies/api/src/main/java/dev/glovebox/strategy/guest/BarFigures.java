package dev.glovebox.strategy.guest;

import dev.glovebox.strategy.Bar;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;

/** A bar of a run, or one that is made of several. */
public final class BarFigures implements Bar {
  /** Places of the figures. */
  public static final int OPEN = 0;

  /** Place of the highest price. */
  public static final int HIGH = 1;

  /** Place of the lowest price. */
  public static final int LOW = 2;

  /** Place of the last price. */
  public static final int CLOSE = 3;

  /** Place of the volume. */
  public static final int VOLUME = 4;

  private static final int FIGURES = 5;
  private static final long SECOND_MICROS = 1_000_000;
  private static final int MICRO_NANOS = 1_000;

  private final String instrument;
  private final long openMicros;
  private final long closeMicros;
  private final double[] shown = new double[FIGURES];
  private final BigInteger[] wide;
  private final long[] mantissas;
  private final int priceScale;
  private final int volumeScale;

  /**
   * A bar of a run.
   *
   * @param mantissas of the four prices and the volume; kept, not copied
   */
  public BarFigures(
      String instrument,
      long openMicros,
      long closeMicros,
      long[] mantissas,
      int priceScale,
      int volumeScale) {
    this.instrument = instrument;
    this.openMicros = openMicros;
    this.closeMicros = closeMicros;
    this.mantissas = mantissas;
    this.wide = new BigInteger[0];
    this.priceScale = priceScale;
    this.volumeScale = volumeScale;
    for (int i = 0; i < FIGURES; i++) {
      shown[i] = Decimals.nearest(mantissas[i], scaleOf(i));
    }
  }

  /** A bar made of several: four prices at one scale, and the volume. */
  public BarFigures(
      String instrument, long openMicros, long closeMicros, List<BigDecimal> figures) {
    this.instrument = instrument;
    this.openMicros = openMicros;
    this.closeMicros = closeMicros;
    this.mantissas = new long[0];
    this.wide = figures.stream().map(BigDecimal::unscaledValue).toArray(BigInteger[]::new);
    this.priceScale = figures.getFirst().scale();
    this.volumeScale = figures.getLast().scale();
    for (int i = 0; i < FIGURES; i++) {
      shown[i] = Decimals.nearest(wide[i], Decimals.ten(scaleOf(i)));
    }
  }

  /** The figures of a bar that a strategy gave to {@code taker}. */
  public static BarFigures of(Bar bar, String taker) {
    if (bar instanceof BarFigures figures) {
      return figures;
    }
    throw new IllegalArgumentException(taker + " takes a bar of the run or of a Fold: update(bar)");
  }

  /** The UTC moment of so many microseconds since 1970. */
  public static OffsetDateTime moment(long micros) {
    return Instant.ofEpochSecond(
            Math.floorDiv(micros, SECOND_MICROS),
            Math.floorMod(micros, SECOND_MICROS) * MICRO_NANOS)
        .atOffset(ZoneOffset.UTC);
  }

  private int scaleOf(int place) {
    return place == VOLUME ? volumeScale : priceScale;
  }

  /** The mantissa of the figure at a place. */
  public BigInteger mantissa(int place) {
    return wide.length == 0 ? BigInteger.valueOf(mantissas[place]) : wide[place];
  }

  /** The exact figure at a place, at the bar's scale. */
  public BigDecimal figure(int place) {
    return new BigDecimal(mantissa(place), scaleOf(place));
  }

  /** Scale of the four prices. */
  public int priceScale() {
    return priceScale;
  }

  /** Start of the interval in microseconds since 1970. */
  public long openMicros() {
    return openMicros;
  }

  /** End of the interval in microseconds since 1970. */
  public long closeMicros() {
    return closeMicros;
  }

  /** The close of a bar of a run. */
  long closeMantissa() {
    return mantissas[CLOSE];
  }

  @Override
  public String instrument() {
    return instrument;
  }

  @Override
  public OffsetDateTime openTime() {
    return moment(openMicros);
  }

  @Override
  public OffsetDateTime closeTime() {
    return moment(closeMicros);
  }

  @Override
  public double open() {
    return shown[OPEN];
  }

  @Override
  public double high() {
    return shown[HIGH];
  }

  @Override
  public double low() {
    return shown[LOW];
  }

  @Override
  public double close() {
    return shown[CLOSE];
  }

  @Override
  public double volume() {
    return shown[VOLUME];
  }

  @Override
  public Exact exact() {
    return new Exact(
        Decimals.strip(figure(OPEN)),
        Decimals.strip(figure(HIGH)),
        Decimals.strip(figure(LOW)),
        Decimals.strip(figure(CLOSE)),
        Decimals.strip(figure(VOLUME)));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BarFigures that
        && instrument.equals(that.instrument)
        && openMicros == that.openMicros
        && closeMicros == that.closeMicros
        && exact().equals(that.exact());
  }

  @Override
  public int hashCode() {
    return 31 * instrument.hashCode() + 17 * Long.hashCode(closeMicros) + Arrays.hashCode(shown);
  }

  @Override
  public String toString() {
    return "Bar(instrument="
        + instrument
        + ", closeTime="
        + closeTime()
        + ", open="
        + open()
        + ", high="
        + high()
        + ", low="
        + low()
        + ", close="
        + close()
        + ", volume="
        + volume()
        + ")";
  }
}
