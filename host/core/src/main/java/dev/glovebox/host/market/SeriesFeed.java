package dev.glovebox.host.market;

import dev.glovebox.host.model.Bar;
import dev.glovebox.host.model.BarSet;
import java.util.List;
import java.util.Optional;

/** The bars of one stored series as sets of one bar. Not thread-safe. */
public final class SeriesFeed implements Feed {
  private static final long MICROS_PER_SECOND = 1_000_000;

  private final SeriesReader reader;
  private final long intervalMicros;
  private int index;

  /** Reads {@code reader} to its end and closes it. */
  public SeriesFeed(SeriesReader reader) {
    this.reader = reader;
    this.intervalMicros = reader.header().intervalSeconds() * MICROS_PER_SECOND;
  }

  @Override
  public Optional<BarSet> next() {
    return reader.next().map(bar -> set(bar, index++, intervalMicros));
  }

  @Override
  public void close() {
    reader.close();
  }

  /** Returns a stored bar as the set {@code at} of its run. */
  static BarSet set(BarImport.SeriesBar bar, int at, long intervalMicros) {
    long close = bar.openTimeMicros() + intervalMicros;
    return new BarSet(
        at,
        close,
        List.of(
            new Bar(
                at,
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
}
