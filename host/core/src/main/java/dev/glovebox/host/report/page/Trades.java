package dev.glovebox.host.report.page;

import dev.glovebox.host.model.UntrustedText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What fills.csv tells: each fill, and the round trips that they make. Not thread-safe. */
final class Trades {
  /** Fills that are drawn on the price, half of them buys; of more they are evenly chosen. */
  static final int MARKS_MAX = 800;

  /** Round trips in the table, from the first on. */
  static final int TRIPS_MAX = 400;

  private static final int FIELDS = 10;

  // Apart, because every second fill of a strategy that buys and sells in turn is a buy.
  private final Sample<Fill> buys = new Sample<>(MARKS_MAX / 2);
  private final Sample<Fill> sells = new Sample<>(MARKS_MAX / 2);
  private final List<Trip> trips = new ArrayList<>();
  private final Map<String, Trip> open = new HashMap<>();
  private final TripStatistics statistics = new TripStatistics();
  private BigDecimal cash;
  private BigDecimal traded = BigDecimal.ZERO;

  private Trades(BigDecimal capital) {
    this.cash = capital;
  }

  /** One fill as the file has it. */
  record Fill(
      long bar,
      String time,
      String instrument,
      String order,
      boolean buy,
      BigDecimal quantity,
      BigDecimal price,
      BigDecimal fee,
      BigDecimal cashAfter,
      BigDecimal positionAfter) {}

  /** Reads the file. */
  static Trades read(PageInput.ByteSource file, BigDecimal capital) {
    Trades trades = new Trades(capital);
    try (Lines lines = new Lines(file)) {
      @Nullable String header = lines.next();
      for (@Nullable String line = header == null ? null : lines.next();
          line != null;
          line = lines.next()) {
        trades.add(fill(line));
      }
    }
    return trades;
  }

  /** Returns the fills to draw, buys first. */
  List<Fill> marks() {
    List<Fill> marks = new ArrayList<>(buys.members());
    marks.addAll(sells.members());
    return marks;
  }

  /** Returns how many fills there were. */
  long fills() {
    return buys.seen() + sells.seen();
  }

  /** Returns whether all fills are drawn. */
  boolean allMarked() {
    return buys.isWhole() && sells.isWhole();
  }

  /** Closed round trips, the first {@link #TRIPS_MAX}. */
  List<Trip> trips() {
    return List.copyOf(trips);
  }

  /** Positions that were still held at the end. */
  List<Trip> stillOpen() {
    return List.copyOf(open.values());
  }

  TripStatistics statistics() {
    return statistics;
  }

  /** Returns the sum of quantity times price over all fills. */
  BigDecimal traded() {
    return traded;
  }

  private void add(Fill fill) {
    (fill.buy() ? buys : sells).add(fill);
    traded = traded.add(fill.quantity().multiply(fill.price()));
    Trip trip =
        open.computeIfAbsent(
            fill.instrument(), id -> new Trip(new UntrustedText(id), fill.bar(), fill.time()));
    trip.add(fill, fill.cashAfter().subtract(cash));
    cash = fill.cashAfter();
    if (fill.positionAfter().signum() == 0) {
      open.remove(fill.instrument());
      statistics.add(trip);
      if (trips.size() < TRIPS_MAX) {
        trips.add(trip);
      }
    }
  }

  private static Fill fill(String line) {
    String[] cells = line.split(",", -1);
    if (cells.length != FIELDS) {
      throw new IllegalArgumentException("fills.csv has a line of another form");
    }
    return new Fill(
        Long.parseLong(cells[0]),
        cells[1],
        cells[2],
        cells[3],
        cells[4].equals("BUY"),
        new BigDecimal(cells[5]),
        new BigDecimal(cells[6]),
        new BigDecimal(cells[7]),
        new BigDecimal(cells[8]),
        new BigDecimal(cells[9]));
  }
}
