package dev.glovebox.worker;

import com.tictactec.ta.lib.Core;
import com.tictactec.ta.lib.MAType;
import com.tictactec.ta.lib.MInteger;
import com.tictactec.ta.lib.RetCode;
import java.util.Arrays;

/** What TA-Lib says of a series: figures by bar, nan before the first. */
final class TaLib {
  private final Core core = new Core();
  private final PriceSeries series;

  TaLib(PriceSeries series) {
    this.series = series;
  }

  /** A function of TA-Lib on all bars. */
  private interface Function {
    RetCode call(int last, MInteger begin, MInteger count, double[] out);
  }

  private double[] from(int size, Function function) {
    MInteger begin = new MInteger();
    MInteger count = new MInteger();
    double[] out = new double[size];
    RetCode code = function.call(size - 1, begin, count, out);
    if (code != RetCode.Success) {
      throw new AssertionError(code);
    }
    double[] placed = new double[size];
    Arrays.fill(placed, Double.NaN);
    System.arraycopy(out, 0, placed, begin.value, count.value);
    return placed;
  }

  private double[] ofBars(Function function) {
    return from(series.bars().size(), function);
  }

  double[] sma(int n) {
    double[] x = series.closes();
    return ofBars((last, begin, count, out) -> core.sma(0, last, x, n, begin, count, out));
  }

  double[] ema(int n) {
    return ema(series.closes(), n);
  }

  /** The EMA of figures that begin with nan. */
  double[] ema(double[] x, int n) {
    int skipped = 0;
    while (Double.isNaN(x[skipped])) {
      skipped++;
    }
    double[] known = Arrays.copyOfRange(x, skipped, x.length);
    double[] found =
        from(
            known.length,
            (last, begin, count, out) -> core.ema(0, last, known, n, begin, count, out));
    double[] placed = new double[x.length];
    Arrays.fill(placed, Double.NaN);
    System.arraycopy(found, 0, placed, skipped, found.length);
    return placed;
  }

  double[] rsi(int n) {
    double[] x = series.closes();
    return ofBars((last, begin, count, out) -> core.rsi(0, last, x, n, begin, count, out));
  }

  double[] roc(int n) {
    double[] x = series.closes();
    return ofBars((last, begin, count, out) -> core.roc(0, last, x, n, begin, count, out));
  }

  /** The standard deviation of the population. */
  double[] deviation(int n) {
    double[] x = series.closes();
    return ofBars((last, begin, count, out) -> core.stdDev(0, last, x, n, 1, begin, count, out));
  }

  double[] atr(int n) {
    double[] high = series.highs();
    double[] low = series.lows();
    double[] close = series.closes();
    return ofBars(
        (last, begin, count, out) -> core.atr(0, last, high, low, close, n, begin, count, out));
  }

  double[] adx(int n) {
    double[] high = series.highs();
    double[] low = series.lows();
    double[] close = series.closes();
    return ofBars(
        (last, begin, count, out) -> core.adx(0, last, high, low, close, n, begin, count, out));
  }

  double[] plusDi(int n) {
    double[] high = series.highs();
    double[] low = series.lows();
    double[] close = series.closes();
    return ofBars(
        (last, begin, count, out) -> core.plusDI(0, last, high, low, close, n, begin, count, out));
  }

  double[] minusDi(int n) {
    double[] high = series.highs();
    double[] low = series.lows();
    double[] close = series.closes();
    return ofBars(
        (last, begin, count, out) -> core.minusDI(0, last, high, low, close, n, begin, count, out));
  }

  /** On-balance volume, which here begins with the first bar's volume. */
  double[] obv() {
    double[] close = series.closes();
    double[] volume = series.volumes();
    return ofBars((last, begin, count, out) -> core.obv(0, last, close, volume, begin, count, out));
  }

  double[] highest(int n) {
    double[] high = series.highs();
    return ofBars((last, begin, count, out) -> core.max(0, last, high, n, begin, count, out));
  }

  double[] lowest(int n) {
    double[] low = series.lows();
    return ofBars((last, begin, count, out) -> core.min(0, last, low, n, begin, count, out));
  }

  double[] macd(int fast, int slow, int signal) {
    double[] x = series.closes();
    double[] unused = new double[x.length];
    return ofBars((last, begin, count, out) ->
        core.macd(0, last, x, fast, slow, signal, begin, count, out, unused, unused.clone()));
  }

  /** The stochastic oscillator in its slow form, %K or %D; {@code smooth} 1 is the fast form. */
  double[] stochastic(int n, int d, int smooth, boolean wantsD) {
    double[] high = series.highs();
    double[] low = series.lows();
    double[] close = series.closes();
    double[] other = new double[close.length];
    return ofBars((last, begin, count, out) ->
        core.stoch(
            0,
            last,
            high,
            low,
            close,
            n,
            smooth,
            MAType.Sma,
            d,
            MAType.Sma,
            begin,
            count,
            wantsD ? other : out,
            wantsD ? out : other));
  }
}
