package dev.glovebox.host.app.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Real bars as files that a user would have; three come from the jar ta4j-examples. */
enum GoldenSeries {
  /** Daily, 2013. */
  AAPL("open", 252),
  /** Five minutes, two days. */
  ETH("close", 580),
  /** Five minutes, folded from 99,999 trades; a window without a trade has no bar. */
  BTC("close", 1917),
  /** Daily since 2000; from the shared folder. */
  SP500("open", 5105);

  private static final String HEADER = "datetime,open,high,low,close,volume\n";
  private static final long WINDOW_SECONDS = 300;
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
  private static final Pattern ETH_BAR =
      Pattern.compile(
          "\"endTime\": (\\d+),\\s*\"openPrice\": ([\\d.]+),\\s*\"highPrice\": ([\\d.]+),\\s*"
              + "\"lowPrice\": ([\\d.]+),\\s*\"closePrice\": ([\\d.]+),\\s*\"volume\": ([\\d.]+)");

  private final String stamp;
  private final int bars;

  GoldenSeries(String stamp, int bars) {
    this.stamp = stamp;
    this.bars = bars;
  }

  /** Returns what the time stamps mean. */
  String stamp() {
    return stamp;
  }

  /** Returns how many bars there are. */
  int bars() {
    return bars;
  }

  /** Returns the instrument's id. */
  String id() {
    return name();
  }

  /** Returns the bar file's text; skips the test where the series is not to be had. */
  String csv() {
    return switch (this) {
      case AAPL -> resource("/appleinc_bars_from_20130101_usd.csv");
      case ETH -> eth();
      case BTC -> btc();
      case SP500 -> sp500();
    };
  }

  /** Returns a text resource of this module, of host core's tests or of the jar. */
  static String resource(String name) {
    try (InputStream bytes = GoldenSeries.class.getResourceAsStream(name)) {
      if (bytes == null) {
        throw new IllegalStateException("no resource " + name);
      }
      return new String(bytes.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String sp500() {
    Path file =
        Path.of(System.getProperty("glovebox.root", "."))
            .toAbsolutePath()
            .normalize()
            .resolveSibling("shared/golden/bars/vega_sp500_day.csv");
    assumeTrue(Files.isReadable(file), "missing capability: shared-golden");
    return Bench.text(file);
  }

  private static String eth() {
    StringBuilder csv = new StringBuilder(HEADER);
    Matcher bar = ETH_BAR.matcher(resource("/ETH-USD-PT5M-2023-3-13_2023-3-15.json"));
    while (bar.find()) {
      // The last millisecond of the window.
      csv.append(time((Long.parseLong(bar.group(1)) + 1) / 1000));
      for (int cell = 2; cell <= 6; cell++) {
        csv.append(',').append(bar.group(cell));
      }
      csv.append('\n');
    }
    return csv.toString();
  }

  private static String btc() {
    Map<Long, BigDecimal[]> windows = new LinkedHashMap<>();
    resource("/bitstamp_trades_from_20131125_usd.csv")
        .lines()
        .skip(1)
        .forEach(line -> {
          String[] trade = line.split(",", -1);
          BigDecimal price = new BigDecimal(trade[1]);
          BigDecimal[] bar =
              windows.computeIfAbsent(
                  Long.parseLong(trade[0]) / WINDOW_SECONDS,
                  _ -> new BigDecimal[] {price, price, price, price, BigDecimal.ZERO});
          bar[1] = bar[1].max(price);
          bar[2] = bar[2].min(price);
          bar[3] = price;
          bar[4] = bar[4].add(new BigDecimal(trade[2]));
        });
    StringBuilder csv = new StringBuilder(HEADER);
    windows.forEach((window, bar) -> {
      csv.append(time((window + 1) * WINDOW_SECONDS));
      for (BigDecimal cell : bar) {
        csv.append(',').append(cell.stripTrailingZeros().toPlainString());
      }
      csv.append('\n');
    });
    return csv.toString();
  }

  private static String time(long second) {
    return TIME.format(LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC));
  }
}
