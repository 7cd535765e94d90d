package dev.glovebox.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The indicators against TA-Lib and ta4j on real bars: ready with the same bar as TA-Lib, equal
 * from then on. ta4j has a value from the first bar on and seeds with it, so that what is smoothed
 * is compared with it once the seed is forgotten.
 */
@Timeout(120)
class IndicatorReferencesTest {
  private static final int BLOCK = 64;
  private static final int LOG_BYTES_MAX = 8 * 1024 * 1024;
  private static final double CLOSE = 1e-9;

  /** Bars after which less than 1e-9 of a seed is left in an average of Wilder's over 14. */
  private static final int FORGOTTEN = 400;

  /** Each indicator by its name, how it is made and, if it takes bars, {@code bar}. */
  private static final List<String> COLUMNS =
      List.of(
          "sma = SMA(20) | close |",
          "ema = EMA(20) | close |",
          "rsi = RSI(14) | close |",
          "roc = ROC(10) | close |",
          "zscore = ZScore(20) | close |",
          "macd = MACD() | close | macd signal histogram",
          "bollinger = Bollinger(20, 2.0) | close | upper middle lower",
          "atr = ATR(14) | bar |",
          "adx = ADX(14) | bar |",
          "obv = OBV() | bar |",
          "vwap = VWAP(20) | bar |",
          "day = VWAP() | bar |",
          "fast = Stochastic() | bar | k d",
          "slow = Stochastic(14, 3, 3) | bar | k d",
          "donchian = Donchian(20) | bar | upper middle lower");

  /** What the indicators said, bar by bar. */
  private record Columns(Map<String, double[]> byName) {
    double[] of(String name) {
      double[] found = byName.get(name);
      assertThat(found).as(name).isNotNull();
      return Objects.requireNonNull(found);
    }
  }

  @Test
  void agreeOnDailyBars() {
    agree(PriceSeries.apple());
  }

  @Test
  void agreeOnFiveMinutesWithGaps() {
    agree(PriceSeries.bitcoin().first(3 * FORGOTTEN));
  }

  private static void agree(PriceSeries series) {
    Columns ours = ours(series);
    agreeWithTaLib(ours, new TaLib(series));
    agreeWithTa4j(ours, new Ta4j(series));
    equal("day", ours.of("day"), dayAverages(series), 0, CLOSE);
  }

  private static void agreeWithTaLib(Columns ours, TaLib ta) {
    Map<String, double[]> theirs = new LinkedHashMap<>();
    theirs.put("sma", ta.sma(20));
    theirs.put("ema", ta.ema(20));
    theirs.put("rsi", ta.rsi(14));
    theirs.put("roc", ta.roc(10));
    theirs.put("atr", ta.atr(14));
    theirs.put("adx", ta.adx(14));
    theirs.put("adx.plus_di", ta.plusDi(14));
    theirs.put("adx.minus_di", ta.minusDi(14));
    theirs.put("fast.k", ta.stochastic(14, 3, 1, false));
    theirs.put("fast.d", ta.stochastic(14, 3, 1, true));
    theirs.put("slow.k", ta.stochastic(14, 3, 3, false));
    theirs.put("slow.d", ta.stochastic(14, 3, 3, true));
    theirs.put("donchian.upper", ta.highest(20));
    theirs.put("donchian.lower", ta.lowest(20));
    theirs.put("bollinger.middle", ta.sma(20));
    double[] macd = both(ta.ema(12), ta.ema(26), (fast, slow) -> fast - slow);
    double[] signal = ta.ema(macd, 9);
    theirs.put("macd.macd", both(macd, signal, (a, b) -> Double.isNaN(b) ? b : a));
    theirs.put("macd.signal", signal);
    theirs.put("macd.histogram", both(macd, signal, (a, b) -> a - b));
    theirs.forEach((name, figures) -> equal(name, ours.of(name), figures, 0, CLOSE));
    // Its variance is the difference of two large sums in doubles.
    double[] away = ta.deviation(20);
    double[] middle = ta.sma(20);
    equal("upper", ours.of("bollinger.upper"), both(middle, away, (m, d) -> m + 2 * d), 0, 1e-8);
    equal("lower", ours.of("bollinger.lower"), both(middle, away, (m, d) -> m - 2 * d), 0, 1e-8);
    double[] obv = ta.obv();
    double first = obv[0];
    equal("obv", ours.of("obv"), Arrays.stream(obv).map(x -> x - first).toArray(), 0, CLOSE);
    // It seeds the fast average later.
    equal("macd", ours.of("macd.macd"), ta.macd(12, 26, 9), FORGOTTEN / 2, 1e-6);
  }

  private static void agreeWithTa4j(Columns ours, Ta4j ta) {
    equal("sma", ours.of("sma"), ta.sma(20), 19, CLOSE);
    equal("roc", ours.of("roc"), ta.roc(10), 10, CLOSE);
    equal("obv", ours.of("obv"), ta.obv(), 0, CLOSE);
    equal("vwap", ours.of("vwap"), ta.vwap(20), 19, CLOSE);
    equal("fast.k", ours.of("fast.k"), ta.stochasticK(14), 15, CLOSE);
    equal("donchian.upper", ours.of("donchian.upper"), ta.highest(20), 19, CLOSE);
    equal("donchian.lower", ours.of("donchian.lower"), ta.lowest(20), 19, CLOSE);
    double[] deviations = ta.deviation(20);
    double[] width =
        both(ours.of("bollinger.upper"), ours.of("bollinger.lower"), (u, l) -> (u - l) / 4);
    equal("deviation", width, deviations, 19, 1e-8);
    double[] above = both(ours.of("zscore"), deviations, (z, d) -> z * d);
    equal("zscore", above, both(ours.of("close"), ta.sma(20), (x, m) -> x - m), 19, 1e-6);
    equal("ema", ours.of("ema"), ta.ema(20), FORGOTTEN / 2, 1e-7);
    equal("rsi", ours.of("rsi"), ta.rsi(14), FORGOTTEN, CLOSE);
    equal("atr", ours.of("atr"), ta.atr(14), FORGOTTEN, CLOSE);
    equal("adx", ours.of("adx"), ta.adx(14), 2 * FORGOTTEN, CLOSE);
  }

  /** What the indicators say in one run; one context, for they are dear. */
  private static Columns ours(PriceSeries series) {
    StringBuilder make = new StringBuilder();
    StringBuilder show = new StringBuilder("print('row', bar.close, ");
    Map<String, double[]> found = new LinkedHashMap<>();
    found.put("close", new double[series.bars().size()]);
    for (String column : COLUMNS) {
      String[] parts = column.split("\\|", -1);
      String name = parts[0].substring(0, parts[0].indexOf(' '));
      make.append("        self.").append(parts[0].strip()).append('\n');
      boolean named = !parts[2].isBlank();
      String input = parts[1].strip().equals("bar") ? "bar" : "bar.close";
      show.append(named ? "*" : "").append("self.").append(name);
      show.append(".update(").append(input).append("), ");
      for (String item : parts[2].strip().split(" ", -1)) {
        found.put(named ? name + "." + item : name, new double[series.bars().size()]);
      }
    }
    found.put("adx.plus_di", new double[series.bars().size()]);
    found.put("adx.minus_di", new double[series.bars().size()]);
    String source =
        "from glovebox import Strategy\nfrom glovebox.indicators import ADX, ATR, Bollinger, Donchian,"
            + " EMA, MACD, OBV, ROC, RSI, SMA, Stochastic, VWAP, ZScore\n"
            + "class S(Strategy):\n    def __init__(self):\n"
            + make
            + "    def on_bar(self, ctx, bar):\n        "
            + show
            + "self.adx.plus_di, self.adx.minus_di)\n";
    InProcess.Run run =
        InProcess.run(
            Strategies.start(source, Map.of())
                .setLimits(Strategies.limits().setLogRunBytesMax(LOG_BYTES_MAX))
                .build(),
            new Market(series.bars()),
            BLOCK);
    assertThat(run.fault()).isEmpty();
    List<String> rows = run.log().stream().filter(line -> line.startsWith("row ")).toList();
    assertThat(rows).hasSameSizeAs(series.bars());
    for (int row = 0; row < rows.size(); row++) {
      String[] cells = rows.get(row).split(" ", -1);
      assertThat(cells).hasSize(found.size() + 1);
      int cell = 1;
      for (double[] figures : found.values()) {
        figures[row] = cells[cell].equals("nan") ? Double.NaN : Double.parseDouble(cells[cell]);
        cell++;
      }
    }
    return new Columns(found);
  }

  /** The average price by volume since the day began, by doubles. */
  private static double[] dayAverages(PriceSeries series) {
    double[] highs = series.highs();
    double[] lows = series.lows();
    double[] closes = series.closes();
    double[] volumes = series.volumes();
    double[] averages = new double[closes.length];
    double weighted = 0;
    double traded = 0;
    long day = Long.MIN_VALUE;
    for (int i = 0; i < closes.length; i++) {
      long today = Math.floorDiv(series.bars().get(i).getOpenTimeUs(), Market.DAY_MICROS);
      if (today != day) {
        day = today;
        weighted = 0;
        traded = 0;
      }
      weighted += volumes[i] * (highs[i] + lows[i] + closes[i]) / 3;
      traded += volumes[i];
      averages[i] = traded == 0 ? Double.NaN : weighted / traded;
    }
    return averages;
  }

  private static double[] both(double[] a, double[] b, DoubleBinaryOperator operator) {
    double[] made = new double[a.length];
    Arrays.setAll(made, i -> operator.applyAsDouble(a[i], b[i]));
    return made;
  }

  /** From bar {@code from} on: both nan, or as near as {@code most}, relative to the larger. */
  private static void equal(String name, double[] ours, double[] theirs, int from, double most) {
    for (int i = from; i < ours.length; i++) {
      boolean near =
          Double.isNaN(theirs[i])
              ? Double.isNaN(ours[i])
              : Math.abs(ours[i] - theirs[i])
                  <= most * Math.max(1, Math.max(Math.abs(ours[i]), Math.abs(theirs[i])));
      assertThat(near).as("%s at bar %d: %s, %s", name, i, ours[i], theirs[i]).isTrue();
    }
  }
}
