package dev.glovebox.host.run;

import dev.glovebox.host.model.Bar;
import dev.glovebox.host.model.BarSet;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Real bars for tests: from the jar ta4j-examples, or from the shared folder where that exists. */
public final class GoldenBars {
  static final long DAY_SECONDS = 86_400;
  static final long FIVE_MINUTES_SECONDS = 300;

  private static final long MICROS = 1_000_000;
  private static final Pattern ETH_BAR =
      Pattern.compile(
          "\"endTime\": (\\d+),\\s*\"openPrice\": ([\\d.]+),\\s*\"highPrice\": ([\\d.]+),\\s*"
              + "\"lowPrice\": ([\\d.]+),\\s*\"closePrice\": ([\\d.]+),\\s*\"volume\": ([\\d.]+)");

  private GoldenBars() {}

  /** AAPL, daily, 2013: 252 sessions. */
  public static List<BarSet> aapl() {
    return daily(lines("/appleinc_bars_from_20130101_usd.csv"));
  }

  /** Daily sessions of an index, from a file. */
  static List<BarSet> daily(Path file) {
    try {
      return daily(Files.readAllLines(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** ETH-USD, five minutes, stamped at the close. */
  static List<BarSet> eth() {
    List<BarSet> sets = new ArrayList<>();
    String text = String.join("\n", lines("/ETH-USD-PT5M-2023-3-13_2023-3-15.json"));
    Matcher bar = ETH_BAR.matcher(text);
    while (bar.find()) {
      long close = (Long.parseLong(bar.group(1)) + 1) * 1000;
      sets.add(
          set(
              sets.size(),
              close,
              FIVE_MINUTES_SECONDS,
              new String[] {bar.group(2), bar.group(3), bar.group(4), bar.group(5), bar.group(6)}));
    }
    return sets;
  }

  /** BTC-USD, five minutes, folded from 99,999 trades, stamped at the close; empty windows miss. */
  public static List<BarSet> bitstamp() {
    Map<Long, BigDecimal[]> windows = new LinkedHashMap<>();
    List<String> lines = lines("/bitstamp_trades_from_20131125_usd.csv");
    for (String line : lines.subList(1, lines.size())) {
      String[] trade = line.split(",", -1);
      BigDecimal price = new BigDecimal(trade[1]);
      BigDecimal[] bar =
          windows.computeIfAbsent(
              Long.parseLong(trade[0]) / FIVE_MINUTES_SECONDS,
              _ -> new BigDecimal[] {price, price, price, price, BigDecimal.ZERO});
      bar[1] = bar[1].max(price);
      bar[2] = bar[2].min(price);
      bar[3] = price;
      bar[4] = bar[4].add(new BigDecimal(trade[2]));
    }
    List<BarSet> sets = new ArrayList<>();
    windows.forEach((window, bar) -> {
      String[] texts = new String[bar.length];
      for (int i = 0; i < bar.length; i++) {
        texts[i] = bar[i].stripTrailingZeros().toPlainString();
      }
      long close = (window + 1) * FIVE_MINUTES_SECONDS * MICROS;
      sets.add(set(sets.size(), close, FIVE_MINUTES_SECONDS, texts));
    });
    return sets;
  }

  private static List<BarSet> daily(List<String> lines) {
    List<BarSet> sets = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      LocalDate date = LocalDate.parse(cells[0].substring(0, 10));
      long close = (date.toEpochDay() + 1) * DAY_SECONDS * MICROS;
      String[] values = new String[] {cells[1], cells[2], cells[3], cells[4], cells[5]};
      sets.add(set(sets.size(), close, DAY_SECONDS, values));
    }
    return sets;
  }

  /** One set of one bar; {@code values} are open, high, low, close, volume. */
  static BarSet set(int index, long closeMicros, long intervalSeconds, String[] values) {
    long open = closeMicros - intervalSeconds * MICROS;
    long stamp = intervalSeconds == DAY_SECONDS ? open : closeMicros;
    LocalDateTime time = LocalDateTime.ofEpochSecond(stamp / MICROS, 0, ZoneOffset.UTC);
    return new BarSet(
        index,
        closeMicros,
        List.of(
            new Bar(
                index,
                0,
                time.toLocalDate() + " " + time.toLocalTime(),
                open,
                closeMicros,
                new BigDecimal(values[0]),
                new BigDecimal(values[1]),
                new BigDecimal(values[2]),
                new BigDecimal(values[3]),
                new BigDecimal(values[4]))));
  }

  /** Lines of a test resource or of a resource of the jar. */
  public static List<String> lines(String resource) {
    InputStream found = GoldenBars.class.getResourceAsStream(resource);
    if (found == null) {
      throw new IllegalStateException("no resource " + resource);
    }
    try (BufferedReader in =
        new BufferedReader(new InputStreamReader(found, StandardCharsets.UTF_8))) {
      return in.lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
