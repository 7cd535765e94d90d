package dev.glovebox.host.market;

import dev.glovebox.host.market.BarImport.SeriesBar;
import dev.glovebox.host.model.Bar;
import dev.glovebox.host.model.BarSet;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * The first closed bars of one series in memory, and what can be made of them: shorter, with
 * another future, begun later, or moved in time. Immutable; every excerpt holds what {@link
 * BarRules} demand of a series.
 */
public final class BarExcerpt {
  private static final long MICROS_PER_SECOND = 1_000_000;

  private final long intervalSeconds;
  private final List<SeriesBar> bars;

  private BarExcerpt(long intervalSeconds, List<SeriesBar> bars) {
    this.intervalSeconds = intervalSeconds;
    this.bars = List.copyOf(bars);
  }

  /**
   * Takes bars.
   *
   * @throws IllegalArgumentException if they break a rule of a series
   */
  public static BarExcerpt of(long intervalSeconds, List<SeriesBar> bars) {
    return new BarExcerpt(intervalSeconds, bars).checked(bars);
  }

  /**
   * Reads at most {@code barsMax} bars and closes the reader.
   *
   * @throws dev.glovebox.host.model.Refusal as {@link SeriesReader} does
   */
  public static BarExcerpt read(SeriesReader reader, int barsMax) {
    try (reader) {
      List<SeriesBar> bars = new ArrayList<>();
      while (bars.size() < barsMax) {
        Optional<SeriesBar> bar = reader.next();
        if (bar.isEmpty()) {
          break;
        }
        bars.add(bar.get());
      }
      return new BarExcerpt(reader.header().intervalSeconds(), bars);
    }
  }

  /** Number of bars. */
  public int size() {
    return bars.size();
  }

  /** Returns bars 0 to {@code count - 1}. */
  public BarExcerpt first(int count) {
    return new BarExcerpt(intervalSeconds, bars.subList(0, count));
  }

  /** Returns the bars from {@code offset} on; the first of them has index 0. */
  public BarExcerpt from(int offset) {
    return new BarExcerpt(intervalSeconds, bars.subList(offset, bars.size()));
  }

  /** Returns these bars with others after bar {@code last}, under the same times. */
  public BarExcerpt withFuture(int last, OtherFuture future) {
    List<SeriesBar> changed = new ArrayList<>(bars.subList(0, last + 1));
    changed.addAll(future.bars(bars.get(last), bars.subList(last + 1, bars.size())));
    return checked(changed);
  }

  /** Returns the same prices, moved ahead by {@link CalendarShift}. */
  public BarExcerpt shifted(CalendarShift shift) {
    List<SeriesBar> moved = new ArrayList<>(bars.size());
    for (SeriesBar bar : bars) {
      moved.add(
          new SeriesBar(
              bar.openTimeMicros() + shift.micros(),
              bar.stamp(),
              bar.open(),
              bar.high(),
              bar.low(),
              bar.close(),
              bar.volume()));
    }
    return checked(moved);
  }

  /** Returns every price times {@code factor}, volumes as they are. */
  public BarExcerpt scaled(int factor) {
    BigDecimal times = BigDecimal.valueOf(factor);
    List<SeriesBar> scaled = new ArrayList<>(bars.size());
    for (SeriesBar bar : bars) {
      scaled.add(
          new SeriesBar(
              bar.openTimeMicros(),
              bar.stamp(),
              bar.open().multiply(times),
              bar.high().multiply(times),
              bar.low().multiply(times),
              bar.close().multiply(times),
              bar.volume()));
    }
    return checked(scaled);
  }

  /** Returns a shift that keeps weekday and leap phase of every bar. */
  public CalendarShift shift() {
    return CalendarShift.of(
        bars.getFirst().openTimeMicros(),
        bars.getLast().openTimeMicros() + intervalSeconds * MICROS_PER_SECOND);
  }

  /** Returns the bars as a run sees them, sets of one bar. */
  public List<BarSet> sets() {
    List<BarSet> sets = new ArrayList<>(bars.size());
    for (int i = 0; i < bars.size(); i++) {
      sets.add(set(i));
    }
    return sets;
  }

  /** Returns a new feed of these bars. */
  public Feed feed() {
    Iterator<BarSet> sets =
        java.util.stream.IntStream.range(0, size()).mapToObj(this::set).iterator();
    return new Feed() {
      @Override
      public Optional<BarSet> next() {
        return sets.hasNext() ? Optional.of(sets.next()) : Optional.empty();
      }

      @Override
      public void close() {}
    };
  }

  private BarSet set(int index) {
    SeriesBar bar = bars.get(index);
    long close = bar.openTimeMicros() + intervalSeconds * MICROS_PER_SECOND;
    return new BarSet(
        index,
        close,
        List.of(
            new Bar(
                index,
                0,
                bar.stamp(),
                bar.openTimeMicros(),
                close,
                bar.open(),
                bar.high(),
                bar.low(),
                bar.close(),
                bar.volume())));
  }

  /** What is made here is held to the same rules as what is imported. */
  private BarExcerpt checked(List<SeriesBar> made) {
    BarRules rules = new BarRules();
    made.forEach(rules::next);
    return new BarExcerpt(intervalSeconds, made);
  }
}
