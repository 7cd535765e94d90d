package dev.glovebox.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.proto.worker.v1.Bar;
import dev.glovebox.proto.worker.v1.Start;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a strategy sees of bars gone by, on the short way into the guest and on the long one. */
@Timeout(120)
class HistoryTest {
  private static final int SHORT_DIGITS_MAX = 15;
  private static final int HISTORY_BARS_MAX = 4;
  private static final int BARS = 23;

  /**
   * Closes around the largest mantissa that takes the short way, so that both ways are taken, and
   * some with more digits than a double can tell apart.
   */
  private static List<Bar> aroundTheLongestShortClose() {
    long limit = Math.powExact(10L, SHORT_DIGITS_MAX);
    long[] closes =
        LongStream.range(0, BARS)
            .map(i -> (i % 5 == 4 ? 97 * limit : limit) + (i % 3 - 1) * (7 * i + 1) - i % 2)
            .toArray();
    assertThat(LongStream.of(closes).boxed())
        .anyMatch(close -> close < limit)
        .anyMatch(close -> close >= limit);
    return Market.closes(closes).stream()
        .map(bar -> bar.toBuilder().setPriceScale(8).build())
        .toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 8})
  void averagesAreExactHoweverManyDigitsACloseHas(int block) {
    InProcess.Run run =
        InProcess.run(
            Strategies.start(
                    """
                    from fractions import Fraction
                    from glovebox import Strategy
                    from glovebox.indicators import SMA

                    class S(Strategy):
                        def on_start(self, ctx):
                            self.fast, self.text, self.window = SMA(3), SMA(3), []

                        def on_bar(self, ctx, bar):
                            assert bar.close == float(bar.exact.close)
                            self.window = (self.window + [Fraction(repr(bar.close))])[-3:]
                            fast, text = self.fast.update(bar.close), self.text.update(repr(bar.close))
                            if ctx.bar_index >= 2:
                                assert fast == text == float(sum(self.window) / 3), ctx.bar_index
                            ctx.log(str(ctx.bar_index))
                    """,
                    Map.of())
                .build(),
            new Market(aroundTheLongestShortClose()),
            block);
    assertThat(run.fault()).isEmpty();
    assertThat(run.log()).hasSize(BARS);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 16})
  void keepsTheNewestBarsAndTheirClosesWhenAskedLateOrNowAndThen(int block) {
    InProcess.Run run =
        InProcess.run(
            kept(
                """
                self.all.append(bar)
                assert ctx.history(min(4, len(self.all))) == tuple(self.all[-4:])
                if ctx.bar_index in (2, 9, 10) or ctx.bar_index > 16:
                    assert ctx.closes(4) == tuple(b.close for b in self.all[-4:]), ctx.bar_index
                    assert ctx.closes(1) == (bar.close,)
                assert len(RUN.instruments[0].bars) <= 8, "twice the history at most"
                ctx.log(str(ctx.bar_index))
                """),
            new Market(Market.waves(BARS)),
            block);
    assertThat(run.fault()).isEmpty();
    assertThat(run.log()).hasSize(BARS);
  }

  @Test
  void refusesMoreHistoryThanIsKeptEvenBeforeItIsTrimmed() {
    InProcess.Run run =
        InProcess.run(
            kept(
                """
                for ask in (ctx.history, ctx.closes):
                    try:
                        ask(5)
                        assert False
                    except ValueError as e:
                        assert "at most 4 bars" in str(e)
                ctx.log("asked")
                """),
            new Market(Market.waves(BARS)),
            1);
    assertThat(run.fault()).isEmpty();
    assertThat(run.log()).hasSize(BARS);
  }

  /** A strategy whose host keeps few bars for it. */
  private static Start kept(String body) {
    return Strategies.start(
            "from glovebox._state import RUN\nfrom glovebox import Strategy\n"
                + "class S(Strategy):\n    def __init__(self):\n        self.all = []\n"
                + "    def on_bar(self, ctx, bar):\n"
                + body.indent(8),
            Map.of())
        .setLimits(Strategies.limits().setHistoryBarsMax(HISTORY_BARS_MAX))
        .build();
  }
}
