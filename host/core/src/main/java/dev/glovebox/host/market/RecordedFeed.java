package dev.glovebox.host.market;

import dev.glovebox.host.market.BarImport.SeriesBar;
import dev.glovebox.host.model.BarSet;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.model.Sha256;
import dev.glovebox.host.model.TeamId;
import dev.glovebox.host.payload.PayloadStore;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A live feed made of a recording: ticks arrive and bars close by the market's time, which the
 * host's clock keeps at the recording's speed. A series without ticks gives each bar at its close.
 *
 * <p>Every bar comes, in order, however late the run asks for it: the recording's own time is the
 * market's, so no bar is stale. A forming bar never leaves. The bars are those of the series that
 * the run names, and a tape that folds into others is refused. Not thread-safe.
 */
public final class RecordedFeed implements Feed {
  private static final long MICROS_PER_SECOND = 1_000_000;

  private final SeriesReader series;
  private final Optional<Tape> tape;
  private final Pace pace;
  private final long intervalMicros;
  private int index;

  private RecordedFeed(SeriesReader series, Optional<Tape> tape, Pace pace) {
    this.series = series;
    this.tape = tape;
    this.pace = pace;
    this.intervalMicros = series.header().intervalSeconds() * MICROS_PER_SECOND;
  }

  /**
   * Opens the recording of a stored series.
   *
   * @param ticks what its bars were folded from, if they were
   */
  public static RecordedFeed open(
      PayloadStore payloads, TeamId team, Sha256 series, Optional<Sha256> ticks, Pace pace) {
    SeriesReader reader = SeriesReader.open(payloads, team, series);
    try {
      SeriesHeader header = reader.header();
      return new RecordedFeed(
          reader,
          ticks.map(hash ->
              new Tape(
                  TickTape.open(payloads, team, hash),
                  new BarFolder(header.intervalSeconds(), header.stamp()),
                  pace)),
          pace);
    } catch (RuntimeException e) {
      reader.close();
      throw e;
    }
  }

  @Override
  public Optional<BarSet> next() {
    Optional<SeriesBar> bar = series.next();
    if (tape.isPresent()) {
      Played played = tape.get().next();
      if (played instanceof Played.Stopped) {
        return Optional.empty();
      }
      mustBeTheSame(bar, played);
    } else if (bar.isPresent() && !onTime(bar.get())) {
      return Optional.empty();
    }
    return bar.map(closed -> SeriesFeed.set(closed, index++, intervalMicros));
  }

  /** The market's time starts with the first bar's open. */
  private boolean onTime(SeriesBar bar) {
    return pace.reach(bar.openTimeMicros()) && pace.reach(bar.openTimeMicros() + intervalMicros);
  }

  private static void mustBeTheSame(Optional<SeriesBar> wanted, Played played) {
    boolean same =
        switch (played) {
          case Played.Closed(SeriesBar bar) -> wanted.isPresent() && same(wanted.get(), bar);
          case Played.Over _ -> wanted.isEmpty();
          case Played.Stopped _ -> false;
        };
    if (!same) {
      throw new Refusal(
          Code.SERIES_INVALID, "the recorded ticks do not fold into the series of the run");
    }
  }

  private static boolean same(SeriesBar one, SeriesBar other) {
    return one.openTimeMicros() == other.openTimeMicros()
        && one.stamp().equals(other.stamp())
        && same(one.open(), other.open())
        && same(one.high(), other.high())
        && same(one.low(), other.low())
        && same(one.close(), other.close())
        && same(one.volume(), other.volume());
  }

  private static boolean same(BigDecimal one, BigDecimal other) {
    return one.compareTo(other) == 0;
  }

  @Override
  public void close() {
    try (series) {
      tape.ifPresent(Tape::close);
    }
  }

  /** What playing on came to. */
  private sealed interface Played {
    /** A bar closed. */
    record Closed(SeriesBar bar) implements Played {}

    /** The recording is over. */
    record Over() implements Played {}

    /** Nothing more is wanted. */
    record Stopped() implements Played {}
  }

  /** Ticks as they arrive, and the bars that the clock closes between them. */
  private static final class Tape {
    private final TickTape ticks;
    private final BarFolder folder;
    private final Pace pace;
    private Optional<Tick> ahead = Optional.empty();

    Tape(TickTape ticks, BarFolder folder, Pace pace) {
      this.ticks = ticks;
      this.folder = folder;
      this.pace = pace;
    }

    Played next() {
      while (true) {
        if (ahead.isEmpty()) {
          ahead = ticks.next();
        }
        if (folder.forming()
            && (ahead.isEmpty() || ahead.get().timeMicros() >= folder.closeTimeMicros())) {
          // The clock closes the bar, not the next tick: that one may be hours away.
          return pace.reach(folder.closeTimeMicros())
              ? new Played.Closed(folder.close())
              : new Played.Stopped();
        }
        if (ahead.isEmpty()) {
          return new Played.Over();
        }
        if (!pace.reach(ahead.get().timeMicros())) {
          return new Played.Stopped();
        }
        Optional<SeriesBar> _ = folder.add(ahead.get());
        ahead = Optional.empty();
      }
    }

    void close() {
      ticks.close();
    }
  }
}
