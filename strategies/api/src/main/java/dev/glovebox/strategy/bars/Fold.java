package dev.glovebox.strategy.bars;

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.guest.BarFigures;
import dev.glovebox.strategy.guest.Decimals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes bars of a longer interval: {@code new Fold("1h")}; m are minutes, also s, h, d and w.
 *
 * <p>{@link #update} takes each bar of one instrument, in order, and returns the longer bar that it
 * closed, if it closed one. Windows are aligned to UTC: whole multiples of the interval since
 * 1970-01-01T00:00Z, so days begin at midnight UTC and "4h" at 00, 04, 08 and so on; windows of
 * weeks begin on Mondays ("7d" does not: it counts from a Thursday).
 *
 * <p>A window closes with the bar that ends at its end. If that bar is missing, the first bar after
 * it closes the window: later, but never with anything that was not known yet. A window without a
 * bar gives none; one that lacks some is made of those there are. After a gap one bar can end two
 * windows: {@code update} returns the newer, and {@link #closed} has all that the last update
 * closed, oldest first.
 *
 * <p>Open is the first, close the last, high the highest, low the lowest, volume the sum, all
 * exact; open and close time are those of the window. IllegalArgumentException for a bar that
 * overlaps two windows, comes before the last one, or is of another instrument.
 */
public final class Fold {
  private static final long SECOND_MICROS = 1_000_000;
  private static final Map<String, Long> UNIT_SECONDS =
      Map.of("s", 1L, "m", 60L, "h", 3_600L, "d", 86_400L, "w", 604_800L);
  private static final long FOLD_SECONDS_MAX = 366 * 86_400L;
  private static final int NUMBER_CHARS_MAX = 9;
  private static final int SHOWN_CHARS_MAX = 40;
  // 1970-01-05, a Monday, counted from 1970-01-01.
  private static final long MONDAY_MICROS = 4 * 86_400 * SECOND_MICROS;

  private final String interval;
  private final long length;
  private final long origin;
  private List<Bar> closed = List.of();
  private Optional<Bar> value = Optional.empty();
  private Optional<Figures> open = Optional.empty();
  private String instrument = "";
  private long start;
  private long until = Long.MIN_VALUE;

  private record Figures(
      BigDecimal first, BigDecimal high, BigDecimal low, BigDecimal last, BigDecimal volume) {}

  /** Bars of an interval such as {@code "1h"}. */
  public Fold(String interval) {
    this.interval = interval;
    String text = interval.strip();
    String unit = text.isEmpty() ? "" : text.substring(text.length() - 1);
    // "1M" would be a month elsewhere.
    unit = unit.equals("H") || unit.equals("D") || unit.equals("W") ? lower(unit) : unit;
    String number = text.isEmpty() ? "" : text.substring(0, text.length() - 1);
    if (!isNumber(number) || !UNIT_SECONDS.containsKey(unit)) {
      throw new IllegalArgumentException(
          "an interval is a whole number and s, m (minutes), h, d or w, for example \"1h\", not \""
              + shown(interval)
              + '"');
    }
    long seconds = Long.parseLong(number) * UNIT_SECONDS.getOrDefault(unit, 0L);
    if (seconds <= 0 || seconds > FOLD_SECONDS_MAX) {
      throw new IllegalArgumentException(
          "an interval is from 1 second to 366 days, not \"" + shown(interval) + '"');
    }
    length = seconds * SECOND_MICROS;
    origin = unit.equals("w") ? MONDAY_MICROS : 0;
  }

  private static String lower(String unit) {
    return switch (unit) {
      case "H" -> "h";
      case "D" -> "d";
      default -> "w";
    };
  }

  private static boolean isNumber(String text) {
    return !text.isEmpty()
        && text.length() <= NUMBER_CHARS_MAX
        && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static String shown(String text) {
    return text.length() > SHOWN_CHARS_MAX ? text.substring(0, SHOWN_CHARS_MAX) : text;
  }

  /** Takes the next bar; returns the bar of the longer interval that it closed, if any. */
  public Optional<Bar> update(Bar bar) {
    BarFigures figures = BarFigures.of(bar, "Fold");
    long opened = figures.openMicros();
    long end = figures.closeMicros();
    long begins = opened - Math.floorMod(opened - origin, length);
    check(figures, begins);
    List<Bar> ended = new ArrayList<>();
    if (open.isPresent() && begins != start) {
      ended.add(close(open.get()));
    }
    instrument = figures.instrument();
    start = begins;
    until = end;
    take(figures);
    if (end == start + length) {
      open.ifPresent(whole -> ended.add(close(whole)));
    }
    closed = List.copyOf(ended);
    if (ended.isEmpty()) {
      return Optional.empty();
    }
    value = Optional.of(ended.getLast());
    return value;
  }

  private void check(BarFigures bar, long begins) {
    if (bar.closeMicros() > begins + length) {
      throw new IllegalArgumentException(
          "the bar of " + bar.openTime() + " is longer than its window: " + shown(interval));
    }
    if (until == Long.MIN_VALUE) {
      return;
    }
    if (bar.openMicros() < until) {
      throw new IllegalArgumentException(
          "bars come in order: " + bar.openTime() + " is before " + BarFigures.moment(until));
    }
    if (!bar.instrument().equals(instrument)) {
      throw new IllegalArgumentException("one Fold for each instrument");
    }
  }

  private void take(BarFigures bar) {
    BigDecimal high = bar.figure(BarFigures.HIGH);
    BigDecimal low = bar.figure(BarFigures.LOW);
    BigDecimal volume = bar.figure(BarFigures.VOLUME);
    BigDecimal last = bar.figure(BarFigures.CLOSE);
    open =
        Optional.of(
            open.map(so ->
                    new Figures(
                        so.first(),
                        so.high().max(high),
                        so.low().min(low),
                        last,
                        Decimals.strip(so.volume().add(volume))))
                .orElseGet(
                    () -> new Figures(bar.figure(BarFigures.OPEN), high, low, last, volume)));
  }

  private Bar close(Figures whole) {
    open = Optional.empty();
    List<BigDecimal> prices = List.of(whole.first(), whole.high(), whole.low(), whole.last());
    int scale = 0;
    for (BigDecimal price : prices) {
      scale = Math.max(scale, price.scale());
    }
    List<BigDecimal> figures = new ArrayList<>();
    for (BigDecimal price : prices) {
      figures.add(price.setScale(scale));
    }
    figures.add(whole.volume());
    return new BarFigures(instrument, start, start + length, figures);
  }

  /** The newest bar of the longer interval; empty until there is one. */
  public Optional<Bar> value() {
    return value;
  }

  /** True once a window has closed. */
  public boolean ready() {
    return value.isPresent();
  }

  /** What the last update closed, oldest first. */
  public List<Bar> closed() {
    return closed;
  }

  @Override
  public String toString() {
    return "Fold(\""
        + shown(interval)
        + "\", value="
        + value.map(Bar::toString).orElse("none")
        + ")";
  }
}
