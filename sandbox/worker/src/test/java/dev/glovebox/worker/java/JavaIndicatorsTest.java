package dev.glovebox.worker.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.classes.PreparedClasses;
import dev.glovebox.proto.worker.v1.Bar;
import dev.glovebox.proto.worker.v1.Limits;
import dev.glovebox.proto.worker.v1.Start;
import dev.glovebox.worker.GoldenBars;
import dev.glovebox.worker.InProcess;
import dev.glovebox.worker.Market;
import dev.glovebox.worker.Strategies;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Each indicator in Java gives the very bits of the one in Python: both write the hexadecimal form
 * of every figure to their logs.
 */
@Timeout(180)
class JavaIndicatorsTest {
  private static final int BARS_MAX = 400;
  private static final int LOG_BYTES_MAX = 16 * 1024 * 1024;

  private static final String PYTHON =
      """
      from glovebox import Strategy
      from glovebox.indicators import *
      from glovebox.bars import Fold

      def bits(*numbers):
          return " ".join("nan" if x != x else float(x).hex() for x in numbers)

      class Both(Strategy):
          def __init__(self):
              self.sma, self.ema, self.rsi, self.roc = SMA(20), EMA(20), RSI(14), ROC(10)
              self.z, self.macd, self.boll = ZScore(20), MACD(), Bollinger(20, 2.5)
              self.atr, self.adx, self.obv = ATR(14), ADX(14), OBV()
              self.vwap, self.day = VWAP(20), VWAP()
              self.fast, self.slow, self.don = Stochastic(), Stochastic(14, 3, 3), Donchian(20)
              self.cross, self.fold, self.of = Crossover(), Fold("1h" if INTRADAY else "1w"), SMA(3)
              self.deep, self.wild = SMA(5), ZScore(7)

          def on_bar(self, ctx, bar):
              c = bar.close
              print(bits(self.sma.update(c), self.ema.update(c), self.rsi.update(c),
                         self.roc.update(c), self.z.update(c)))
              print(bits(*self.macd.update(c), *self.boll.update(c)))
              a = self.atr.update(bar)
              print(bits(a, self.adx.update(bar), self.adx.plus_di, self.adx.minus_di,
                         self.obv.update(bar), self.vwap.update(bar), self.day.update(bar)))
              print(bits(*self.fast.update(bar), *self.slow.update(bar), *self.don.update(bar)))
              long = self.fold.update(bar)
              folded = None if long is None else bits(
                  long.open, long.high, long.low, long.close, long.volume, self.of.update(long.close))
              print(self.cross.update(c, self.sma.value), folded or "none")
              print(bits(self.deep.update(a * 1e9), self.wild.update(c / 3), c * 1e-7))
      """;

  private static final String JAVA =
      """
      import dev.glovebox.strategy.*;
      import dev.glovebox.strategy.bars.Fold;
      import dev.glovebox.strategy.indicators.*;

      public final class Both extends Strategy {
        final SMA sma = new SMA(20);
        final EMA ema = new EMA(20);
        final RSI rsi = new RSI(14);
        final ROC roc = new ROC(10);
        final ZScore z = new ZScore(20);
        final MACD macd = new MACD();
        final Bollinger boll = new Bollinger(20, 2.5);
        final ATR atr = new ATR(14);
        final ADX adx = new ADX(14);
        final OBV obv = new OBV();
        final VWAP vwap = new VWAP(20);
        final VWAP day = new VWAP();
        final Stochastic fast = new Stochastic();
        final Stochastic slow = new Stochastic(14, 3, 3);
        final Donchian don = new Donchian(20);
        final Crossover cross = new Crossover();
        final Fold fold = new Fold(INTRADAY ? "1h" : "1w");
        final SMA of = new SMA(3);
        final SMA deep = new SMA(5);
        final ZScore wild = new ZScore(7);

        static String bits(double... numbers) {
          StringBuilder text = new StringBuilder();
          for (double x : numbers) {
            text.append(text.isEmpty() ? "" : " ").append(Double.isNaN(x) ? "nan" : hex(x));
          }
          return text.toString();
        }

        /** As Python writes it. */
        static String hex(double x) {
          String java = Double.toHexString(x);
          if (x == 0) {
            return java.startsWith("-") ? "-0x0.0p+0" : "0x0.0p+0";
          }
          int point = java.indexOf('.');
          int power = java.indexOf('p');
          String digits = java.substring(point + 1, power);
          String exponent = java.substring(power + 1);
          return java.substring(0, point + 1) + digits + "0".repeat(13 - digits.length()) + "p"
              + (exponent.startsWith("-") ? "" : "+") + exponent;
        }

        @Override
        public void onBar(Context ctx, Bar bar) {
          double c = bar.close();
          ctx.log(bits(sma.update(c), ema.update(c), rsi.update(c), roc.update(c), z.update(c)));
          MacdValue m = macd.update(c);
          Bands b = boll.update(c);
          ctx.log(bits(m.macd(), m.signal(), m.histogram(), b.upper(), b.middle(), b.lower()));
          double a = atr.update(bar);
          ctx.log(bits(a, adx.update(bar), adx.plusDi(), adx.minusDi(), obv.update(bar),
              vwap.update(bar), day.update(bar)));
          StochasticValue f = fast.update(bar);
          StochasticValue s = slow.update(bar);
          Bands d = don.update(bar);
          ctx.log(bits(f.k(), f.d(), s.k(), s.d(), d.upper(), d.middle(), d.lower()));
          String folded = fold.update(bar)
              .map(l -> bits(l.open(), l.high(), l.low(), l.close(), l.volume(), of.update(l.close())))
              .orElse("none");
          ctx.log(cross.update(c, sma.value()) + " " + folded);
          ctx.log(bits(deep.update(a * 1e9), wild.update(c / 3), c * 1e-7));
        }
      }
      """;

  @Test
  void giveTheSameBitsInBothLanguagesOverTheGoldenSeries() {
    boolean intraday = false;
    for (List<Bar> all : GoldenBars.all()) {
      List<Bar> bars = all.subList(0, Math.min(all.size(), BARS_MAX));
      String python = PYTHON.replace("INTRADAY", intraday ? "True" : "False");
      String java = JAVA.replace("INTRADAY", intraday ? "true" : "false");
      InProcess.Run expected =
          InProcess.run(roomy(Strategies.start(python, Map.of())), new Market(bars), 64);
      PreparedClasses candidate = JavaStrategies.compile("Both", java);
      InProcess.Run run =
          InProcess.run(
              roomy(JavaStrategies.start(candidate, Map.of())),
              new Market(bars),
              64,
              JavaStrategies::guest);
      assertThat(expected.fault()).as("%s", expected.fault()).isEmpty();
      assertThat(run.fault()).as("%s", run.fault()).isEmpty();
      assertThat(expected.log()).hasSize(6 * bars.size());
      assertThat(run.log()).isEqualTo(expected.log());
      intraday = true;
    }
  }

  private static Start roomy(Start.Builder start) {
    Limits limits = Strategies.limits().setLogRunBytesMax(LOG_BYTES_MAX).build();
    return start.setLimits(limits).build();
  }
}
