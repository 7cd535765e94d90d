package dev.glovebox.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.proto.worker.v1.Bar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The indicators where formulas go wrong: nothing moves, one input, huge and tiny, nonsense. */
@Timeout(120)
class IndicatorEdgesTest {
  private static final String BEFORE =
      """
      import math
      from collections import namedtuple
      from decimal import Decimal as D, localcontext
      from fractions import Fraction as F
      from glovebox.bars import Fold
      from glovebox.indicators import *

      nan = float("nan")
      BARS = (ATR, ADX, Donchian, OBV, Stochastic, VWAP)
      NUMBERS = (SMA, EMA, RSI, ROC, ZScore, Bollinger)

      def fed(indicator, xs):
          for x in xs:
              indicator.update(x)
          return indicator

      def near(a, b):
          return abs(a - b) <= 1e-12 * max(abs(a), abs(b))

      def deviation(xs):
          mean = sum(map(F, xs)) / len(xs)
          square = sum((F(x) - mean) ** 2 for x in xs) / len(xs)
          with localcontext() as c:
              c.prec = 60
              return float((D(square.numerator) / D(square.denominator)).sqrt())

      """;

  private static final String NUMBERS =
      """
      # Nothing ever moved.
      assert fed(RSI(3), [5] * 9).value == 50.0 and fed(ZScore(4), [0.1] * 9).value == 0.0
      assert fed(Bollinger(4), [0.1] * 9).value == (0.1, 0.1, 0.1)
      assert fed(ROC(3), [7.5] * 9).value == 0.0 and fed(EMA(3), [0.1] * 9).value == 0.1
      assert fed(MACD(2, 3, 2), [0.3] * 9).value == (0.0, 0.0, 0.0)
      assert fed(SMA(3), [0] * 9).value == 0.0 and fed(SMA(2), [1e-20, -1e-20]).value == 0.0
      # Only up, only down, once moved and then nothing.
      assert fed(RSI(3), range(9)).value == 100.0 and fed(RSI(3), range(9, 0, -1)).value == 0.0
      assert fed(RSI(2), [1, 2, 1] + [1] * 50).value == 50.0
      # One input.
      assert fed(SMA(1), (1, 2.5)).value == 2.5 == fed(EMA(1), (1, 2.5)).value
      assert fed(RSI(1), (1, 2)).value == 100.0 and not fed(RSI(1), (1,)).ready
      assert fed(RSI(1), (2, 1)).value == 0.0 and fed(ZScore(1), (1, 9)).value == 0.0
      assert fed(Bollinger(1), (1, 9)).value == (9.0, 9.0, 9.0) and fed(ROC(1), (8, 9)).value == 12.5
      # Ready with its input and not before; nan and infinities are nothing.
      for made, after in ((SMA(3), 3), (EMA(3), 3), (RSI(3), 4), (ROC(3), 4), (ZScore(3), 3),
                          (Bollinger(3), 3), (MACD(2, 4, 3), 6)):
          for count in range(1, 9):
              value = made.update(count * 1.5)
              first = value[0] if isinstance(value, tuple) else value
              assert made.ready == (count >= after) == (first == first), (made, count)
              for x in (nan, float("inf"), -float("inf"), D("NaN")):
                  again = made.update(x)
                  assert again is made.value and (again == value or value != value), made
      # Huge and tiny: the unit does not matter, and squares do not overflow.
      xs = [3, 1.5, 4, 1, 5.25, 9, 2, 6]
      for unit in (1e300, 1e-300, 2.0**60, 2.0**-60):
          moved = [x * unit for x in xs]
          assert near(fed(ZScore(5), moved).value, fed(ZScore(5), xs).value), unit
          assert near(fed(RSI(3), moved).value, fed(RSI(3), xs).value)
          assert near(fed(ROC(3), moved).value, fed(ROC(3), xs).value)
          for a, b in zip(fed(Bollinger(5), moved).value, fed(Bollinger(5), xs).value):
              assert near(a, b * unit)
      mixed = fed(Bollinger(3), (1e300, 1e-300, 1e300))
      assert near(mixed.middle, 2e300 / 3) and mixed.upper > 1e300 > mixed.lower
      # Exact where doubles are not: 1e8 + 0.1 and so on differ in their last digits only.
      flat = [100000000 + x for x in (0.1, 0.2, 0.3, 0.4)]
      bands = fed(Bollinger(4, 1), flat)
      assert bands.middle == 100000000.25
      assert abs(bands.upper - bands.middle - deviation(["0.1", "0.2", "0.3", "0.4"])) < 3e-8
      assert near(fed(ZScore(4), flat).value, 0.15 / deviation(["0.1", "0.2", "0.3", "0.4"]))
      # What went through a window leaves nothing behind.
      assert fed(ZScore(4), [1e17, 3, 1e-9] + flat).value == fed(ZScore(4), flat).value
      undefined = fed(ROC(2), (0, 5, 1))
      assert undefined.ready and undefined.value != undefined.value
      assert fed(ROC(1), (-2, -1)).value == -50.0
      assert fed(ROC(1), (1, 1, 3)).value == 200.0 and fed(ROC(1), (D("0.1"), "0.3")).value == 200.0
      """;

  private static final String MISUSE =
      """
      for made in NUMBERS + (ATR, ADX, Donchian, VWAP, Stochastic):
          for bad, kind in ((0, ValueError), (-1, ValueError), (1.5, TypeError), (True, TypeError),
                            ("3", TypeError), (100_001, ValueError), ([3], TypeError)):
              try:
                  made(bad)
                  assert False, (made, bad)
              except kind as e:
                  assert "a period is" in str(e) or "whole number" in str(e), e
          made(3.0), made(100_000)
      for bad in ((26, 12), (12, 12), (0, 26), (12, 26, 0), (12, 26, "9")):
          try:
              MACD(*bad)
              assert False, bad
          except (TypeError, ValueError) as e:
              assert "fast" in str(e) or "signal" in str(e), e
      for bad in (0, -1.0, nan, float("inf"), True, None, "two"):
          try:
              Bollinger(20, bad)
              assert False, bad
          except (TypeError, ValueError) as e:
              assert "width" in str(e) or "decimal number" in str(e) or "finite" in str(e), e
      for made in NUMBERS + (MACD,):
          try:
              (made() if made in (MACD, Bollinger) else made(3)).update(bar)
              assert False, made
          except TypeError as e:
              assert "update(bar.close)" in str(e), e
      for made in BARS + (lambda: Fold("1h"),):
          for bad in (bar.close, None, (1, 2, 3), "bar"):
              try:
                  made().update(bad)
                  assert False, made
              except TypeError as e:
                  assert "takes a bar" in str(e), e
      for bad in ("", "h", "1", "1M", "1 hour", "0h", "-1h", "1.5h", "400d", "²h", 3600, None):
          try:
              Fold(bad)
              assert False, bad
          except (TypeError, ValueError) as e:
              assert "interval" in str(e), e
      assert repr(SMA(3)) == "SMA(n=3, value=nan)"
      assert repr(fed(Bollinger(1), [2]).value) == "Bands(upper=2.0, middle=2.0, lower=2.0)"
      upper, middle, lower = fed(Bollinger(2), (1, 2)).value
      assert upper > middle > lower
      match fed(MACD(2, 3, 2), range(9)).value:
          case (macd, signal, histogram):
              assert histogram == macd - signal
      assert fed(MACD(2, 3, 2), range(9)).value._asdict()["macd"] == 0.5
      """;

  /** On the last of bars whose prices never move but for one, and whose volume is 0 twice. */
  private static final String OF_BARS =
      """
      made = self.made
      if ctx.bar_index == 0:
          made.update(atr=ATR(2), adx=ADX(2), one=ADX(1), channel=Donchian(2), obv=OBV(), vwap=VWAP(2),
                      day=VWAP(), fast=Stochastic(2, 2), slow=Stochastic(2, 2, 2), least=ATR(1))
      got = {name: one.update(bar) for name, one in made.items()}
      i = ctx.bar_index
      flat = i <= 3
      assert made["atr"].ready == (i >= 2) and made["adx"].ready == (i >= 3)
      assert made["least"].ready == (i >= 1) and made["one"].ready == (i >= 1)
      assert made["channel"].ready == (i >= 1) and made["fast"].ready == (i >= 2)
      assert made["slow"].ready == (i >= 3) and made["obv"].ready and made["day"].ready
      if flat:
          assert got["obv"] == 0 and not got["atr"] > 0 and not got["adx"] > 0
          assert i < 2 or got["fast"] == (50.0, 50.0) and got["atr"] == 0.0
          assert i < 1 or got["channel"] == (100.0, 100.0, 100.0)
      if i == 1:
          assert got["vwap"] != got["vwap"] and made["vwap"].ready
      if i == 3:
          assert got["vwap"] == 100.0 and got["adx"] == 0.0 and made["adx"].plus_di == 0.0
      if i == 4:
          assert got["channel"] == (110.0, 105.0, 100.0) and made["channel"].upper == 110.0
          assert got["fast"].k == 100.0 == made["fast"].k and got["fast"].d == 75.0
          assert got["obv"] == 1000 and got["atr"] == 5.0 and got["least"] == 10.0
          assert got["one"] == 100.0 and made["one"].plus_di == 100.0 and made["one"].minus_di == 0.0
          assert got["day"] == (110 + 100 + 110) / 3
          ctx.log("seen")
      """;

  @Test
  void ofNumbers() {
    assertThat(once(NUMBERS).fault()).isEmpty();
  }

  @Test
  void sayWhatIsWrongWithTheirArguments() {
    assertThat(once(MISUSE).fault()).isEmpty();
  }

  @Test
  void ofBarsThatDoNotMove() {
    List<Bar> bars = new ArrayList<>(Market.closes(10_000, 10_000, 10_000, 10_000, 11_000));
    bars.set(0, bars.get(0).toBuilder().setVolume(0).build());
    bars.set(1, bars.get(1).toBuilder().setVolume(0).build());
    InProcess.Run run =
        InProcess.run(
            Strategies.start(
                    BEFORE
                        + "from glovebox import Strategy\nclass S(Strategy):\n    made = {}\n"
                        + "    def on_bar(self, ctx, bar):\n"
                        + OF_BARS.indent(8),
                    Map.of())
                .build(),
            new Market(bars),
            1);
    assertThat(run.fault()).isEmpty();
    assertThat(run.log()).containsExactly("seen");
  }

  private static InProcess.Run once(String body) {
    return InProcess.run(BEFORE + Strategies.onBar("if ctx.bar_index > 0:\n    return\n" + body));
  }
}
