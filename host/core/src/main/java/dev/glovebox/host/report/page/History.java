package dev.glovebox.host.report.page;

import dev.glovebox.host.market.BarImport.SeriesBar;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The run bar by bar: equity.csv walked beside the bars. Kept are lines for drawing, a few rows for
 * the table, and single figures. Not thread-safe.
 */
final class History {
  /** Rows of the table under the charts. */
  static final int ROWS_MAX = 32;

  /** Labels of the time axis. */
  static final int LABELS = 5;

  private static final int FIELDS = 5;
  private static final int DAY_CHARACTERS = 10;
  private static final int MINUTE_CHARACTERS = 16;

  private final long length;
  private final double capital;
  private final Benchmark benchmark;
  private final Sample<Row> rows = new Sample<>(ROWS_MAX);
  private final List<String> labels = new ArrayList<>();
  private double peak;
  private long invested;
  private long read;
  private boolean midnights = true;
  private @Nullable Row last;

  final Curve equity;
  final Curve drawdown;
  final Curve exposure;
  final Curve close;
  final Curve range;
  final Curve held;
  final Curve heldDrawdown;

  private History(Facts facts) {
    this.length = Math.max(1, facts.bars());
    this.capital = facts.capital().doubleValue();
    this.benchmark = new Benchmark(facts.capital(), facts.feeRate(), facts.halfSpread());
    this.peak = capital;
    this.equity = new Curve(length);
    this.drawdown = new Curve(length);
    this.exposure = new Curve(length);
    this.close = new Curve(length);
    this.range = new Curve(length);
    this.held = new Curve(length);
    this.heldDrawdown = new Curve(length);
  }

  /** One bar of the table. */
  record Row(
      long bar,
      String time,
      BigDecimal equity,
      double drawdown,
      double exposure,
      Optional<BigDecimal> close,
      Optional<BigDecimal> held) {}

  /** Walks the files once. */
  static History read(PageInput input, Facts facts) {
    History history = new History(facts);
    Optional<PageInput.Bars> bars = input.bars().open();
    try (Lines lines = new Lines(input.equity())) {
      @Nullable String header = lines.next();
      for (@Nullable String line = header == null ? null : lines.next();
          line != null;
          line = lines.next()) {
        history.add(line, bars.flatMap(PageInput.Bars::next));
      }
    } finally {
      bars.ifPresent(PageInput.Bars::close);
    }
    return history;
  }

  boolean isEmpty() {
    return read == 0;
  }

  long bars() {
    return read;
  }

  boolean hasPrices() {
    return !close.isEmpty();
  }

  Benchmark benchmark() {
    return benchmark;
  }

  /** Returns evenly spaced rows, the last one always. */
  List<Row> rows() {
    List<Row> all = new ArrayList<>(rows.members());
    if (last != null && (all.isEmpty() || all.getLast().bar() != last.bar())) {
      all.add(last);
    }
    return all;
  }

  String firstTime() {
    return labels.isEmpty() ? "" : shown(labels.getFirst());
  }

  String lastTime() {
    return last == null ? "" : shown(last.time());
  }

  /** Returns a time as people read it: the day alone if all bars of the run stand at midnight. */
  String shown(String time) {
    if (midnights) {
      return time.substring(0, Math.min(DAY_CHARACTERS, time.length()));
    }
    return time.substring(0, Math.min(MINUTE_CHARACTERS, time.length())).replace('T', ' ');
  }

  /** Returns labels of the time axis, the day alone where it tells them apart. */
  List<String> axis() {
    List<String> days =
        labels.stream()
            .map(label -> label.substring(0, Math.min(DAY_CHARACTERS, label.length())))
            .toList();
    return days.stream().distinct().count() == labels.size()
        ? days
        : labels.stream().map(this::shown).toList();
  }

  /** Returns the share of bars at whose close a position was held. */
  double invested() {
    return read == 0 ? 0 : (double) invested / read;
  }

  private void add(String line, Optional<SeriesBar> bar) {
    String[] cells = line.split(",", -1);
    if (cells.length != FIELDS) {
      throw new IllegalArgumentException("equity.csv has a line of another form");
    }
    long index = Long.parseLong(cells[0]);
    midnights &= cells[1].length() <= DAY_CHARACTERS || cells[1].startsWith("00:00", 11);
    double value = Double.parseDouble(cells[4]);
    double position = Double.parseDouble(cells[3]);
    peak = Math.max(peak, value);
    double fall = peak > 0 ? value / peak - 1 : 0;
    double share = value == 0 ? 0 : position / value;
    equity.add(index, value);
    drawdown.add(index, fall);
    exposure.add(index, share);
    if (position != 0) {
      invested++;
    }
    bar.ifPresent(found -> price(index, found));
    for (int i = labels.size(); i < LABELS && read >= i * (length - 1) / (LABELS - 1); i++) {
      labels.add(cells[1]);
    }
    Optional<BigDecimal> heldNow = bar.flatMap(found -> benchmark.value());
    last =
        new Row(
            index,
            cells[1],
            new BigDecimal(cells[4]),
            fall,
            share,
            bar.map(SeriesBar::close),
            heldNow);
    rows.add(last);
    read++;
  }

  private void price(long index, SeriesBar bar) {
    benchmark.add(bar);
    close.add(index, bar.close().doubleValue());
    range.add(index, bar.low().doubleValue());
    range.add(index, bar.high().doubleValue());
    held.add(index, benchmark.drawn());
    heldDrawdown.add(index, benchmark.drawdown());
  }
}
