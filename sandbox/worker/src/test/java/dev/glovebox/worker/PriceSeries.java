package dev.glovebox.worker;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.glovebox.proto.worker.v1.Bar;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * Real bars of one instrument, from a jar of examples, as the guest gets them and as figures.
 *
 * @param bars the bars
 */
record PriceSeries(List<Bar> bars) {
  private static final int PRICE_SCALE = 6;
  private static final int VOLUME_SCALE = 8;
  private static final long DAY_SECONDS = 86_400;
  private static final long FIVE_MINUTES_SECONDS = 300;

  /** Daily bars of 2013. */
  static PriceSeries apple() {
    List<Bar> bars = new ArrayList<>();
    for (String line : lines("/appleinc_bars_from_20130101_usd.csv")) {
      String[] cells = line.split(",", -1);
      BigDecimal[] figures =
          Arrays.stream(cells).skip(1).map(BigDecimal::new).toArray(BigDecimal[]::new);
      bars.add(bar(LocalDate.parse(cells[0]).toEpochDay(), DAY_SECONDS, figures));
    }
    return new PriceSeries(List.copyOf(bars));
  }

  /** Bars of five minutes, folded from trades; a window without a trade has no bar. */
  static PriceSeries bitcoin() {
    Map<Long, BigDecimal[]> windows = new LinkedHashMap<>();
    for (String line : lines("/bitstamp_trades_from_20131125_usd.csv")) {
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
    return new PriceSeries(
        windows.entrySet().stream()
            .map(window -> bar(window.getKey(), FIVE_MINUTES_SECONDS, window.getValue()))
            .toList());
  }

  private static List<String> lines(String resource) {
    try (InputStream csv = PriceSeries.class.getResourceAsStream(resource)) {
      if (csv == null) {
        throw new IllegalStateException("the jar of examples lacks " + resource);
      }
      return new String(csv.readAllBytes(), UTF_8).lines().skip(1).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Bar bar(long window, long seconds, BigDecimal[] figures) {
    return Bar.newBuilder()
        .setOpenTimeUs(window * seconds * 1_000_000)
        .setCloseTimeUs((window + 1) * seconds * 1_000_000)
        .setOpen(mantissa(figures[0], PRICE_SCALE))
        .setHigh(mantissa(figures[1], PRICE_SCALE))
        .setLow(mantissa(figures[2], PRICE_SCALE))
        .setClose(mantissa(figures[3], PRICE_SCALE))
        .setPriceScale(PRICE_SCALE)
        .setVolume(mantissa(figures[4], VOLUME_SCALE))
        .setVolumeScale(VOLUME_SCALE)
        .build();
  }

  private static long mantissa(BigDecimal figure, int scale) {
    return figure.setScale(scale, RoundingMode.UNNECESSARY).unscaledValue().longValueExact();
  }

  /** The first bars only. */
  PriceSeries first(int count) {
    return new PriceSeries(bars.subList(0, count));
  }

  double[] highs() {
    return prices(Bar::getHigh);
  }

  double[] lows() {
    return prices(Bar::getLow);
  }

  double[] opens() {
    return prices(Bar::getOpen);
  }

  double[] closes() {
    return prices(Bar::getClose);
  }

  double[] volumes() {
    return figures(Bar::getVolume, VOLUME_SCALE);
  }

  Duration interval() {
    Bar first = bars.getFirst();
    return Duration.ofMillis((first.getCloseTimeUs() - first.getOpenTimeUs()) / 1000);
  }

  private double[] prices(ToLongFunction<Bar> price) {
    return figures(price, PRICE_SCALE);
  }

  private double[] figures(ToLongFunction<Bar> figure, int scale) {
    return bars.stream()
        .mapToDouble(bar -> BigDecimal.valueOf(figure.applyAsLong(bar), scale).doubleValue())
        .toArray();
  }
}
