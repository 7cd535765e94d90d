package dev.glovebox.worker;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.IntStream;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.Indicator;
import org.ta4j.core.indicators.ATRIndicator;
import org.ta4j.core.indicators.ROCIndicator;
import org.ta4j.core.indicators.RSIIndicator;
import org.ta4j.core.indicators.StochasticOscillatorKIndicator;
import org.ta4j.core.indicators.adx.ADXIndicator;
import org.ta4j.core.indicators.averages.EMAIndicator;
import org.ta4j.core.indicators.averages.SMAIndicator;
import org.ta4j.core.indicators.donchian.DonchianChannelLowerIndicator;
import org.ta4j.core.indicators.donchian.DonchianChannelUpperIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.indicators.statistics.StandardDeviationIndicator;
import org.ta4j.core.indicators.volume.OnBalanceVolumeIndicator;
import org.ta4j.core.indicators.volume.VWAPIndicator;
import org.ta4j.core.num.Num;

/** What ta4j says of a series: figures by bar, from the first on, where they may mean little. */
final class Ta4j {
  private final BarSeries bars = new BaseBarSeriesBuilder().build();
  private final ClosePriceIndicator close;

  Ta4j(PriceSeries series) {
    double[] opens = series.opens();
    double[] highs = series.highs();
    double[] lows = series.lows();
    double[] closes = series.closes();
    double[] volumes = series.volumes();
    for (int i = 0; i < closes.length; i++) {
      bars.barBuilder()
          .timePeriod(series.interval())
          .endTime(Instant.EPOCH.plus(series.bars().get(i).getCloseTimeUs(), ChronoUnit.MICROS))
          .openPrice(opens[i])
          .highPrice(highs[i])
          .lowPrice(lows[i])
          .closePrice(closes[i])
          .volume(volumes[i])
          .add();
    }
    close = new ClosePriceIndicator(bars);
  }

  private double[] figures(Indicator<Num> indicator) {
    return IntStream.range(0, bars.getBarCount())
        .mapToDouble(i -> indicator.getValue(i).doubleValue())
        .toArray();
  }

  double[] sma(int n) {
    return figures(new SMAIndicator(close, n));
  }

  double[] ema(int n) {
    return figures(new EMAIndicator(close, n));
  }

  double[] rsi(int n) {
    return figures(new RSIIndicator(close, n));
  }

  double[] roc(int n) {
    return figures(new ROCIndicator(close, n));
  }

  double[] deviation(int n) {
    return figures(new StandardDeviationIndicator(close, n));
  }

  double[] atr(int n) {
    return figures(new ATRIndicator(bars, n));
  }

  double[] adx(int n) {
    return figures(new ADXIndicator(bars, n));
  }

  double[] obv() {
    return figures(new OnBalanceVolumeIndicator(bars));
  }

  double[] vwap(int n) {
    return figures(new VWAPIndicator(bars, n));
  }

  double[] stochasticK(int n) {
    return figures(new StochasticOscillatorKIndicator(bars, n));
  }

  double[] highest(int n) {
    return figures(new DonchianChannelUpperIndicator(bars, n));
  }

  double[] lowest(int n) {
    return figures(new DonchianChannelLowerIndicator(bars, n));
  }
}
