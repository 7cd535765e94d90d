package dev.glovebox.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is loaded when it is first imported comes in every way in which Python lets one ask. */
@Timeout(120)
final class LaterTest {
  @Test
  void comesByEveryFormOfImport() {
    assertThat(
            said(
                """
                import sys
                early = "glovebox.indicators" in sys.modules, "abc" in sys.modules
                import glovebox
                from glovebox import Strategy
                by_attribute = glovebox.indicators.EMA
                from glovebox import bars
                from glovebox.indicators import *
                import glovebox.indicators as named

                class S(Strategy):
                    def on_bar(self, ctx, bar):
                        ctx.log(repr(early))
                        ctx.log(repr(by_attribute is EMA and named.EMA is EMA))
                        ctx.log(bars.Fold.__name__ + " " + VWAP.__name__ + " " + ADX.__name__)
                        ctx.log(repr(sys.modules["glovebox.indicators"]))
                        ctx.log(repr(hasattr(glovebox, "no_such") or hasattr(named, "WMA")))
                        from glovebox import _hints
                        ctx.log(_hints.nearest("SMMA", ["SMA"]))
                """))
        .containsExactly(
            "(False, False)",
            "True",
            "Fold VWAP ADX",
            "<module 'glovebox.indicators'>",
            "False",
            "SMA");
  }

  @Test
  void anImportThatFailedComesTheNextTime() {
    assertThat(
            said(
                """
                from glovebox import Strategy

                def dive(depth):
                    if depth == 0:
                        from glovebox.indicators import ATR
                        import abc
                        return ATR, abc
                    return dive(depth - 1)

                class S(Strategy):
                    def on_bar(self, ctx, bar):
                        try:
                            dive(190)
                        except RecursionError:
                            ctx.log("too deep")
                        atr, abc = dive(0)
                        ctx.log(atr.__name__ + " " + abc.ABCMeta.register.__qualname__)
                        ctx.log(abc.ABCMeta.register.__code__.co_filename)
                """))
        .containsExactly("too deep", "ATR register", "<_glovebox_later>");
  }

  @Test
  void whatAStrategyDoesToWhatLoadsHarmsItselfAlone() {
    InProcess.Run run =
        run(
            """
            import sys
            from glovebox import Strategy
            sys.meta_path.clear()

            class S(Strategy):
                def on_bar(self, ctx, bar):
                    ctx.position_size
            """);
    assertThat(run.fault())
        .get()
        .satisfies(fault -> {
          assertThat(fault.getCode()).isEqualTo("STRATEGY_ERROR");
          assertThat(fault.getMessage()).contains("position_size").doesNotContain("instead");
        });
  }

  private static Iterable<String> said(String source) {
    InProcess.Run run = run(source);
    assertThat(run.fault()).isEmpty();
    return run.log();
  }

  private static InProcess.Run run(String source) {
    return InProcess.run(
        Strategies.start(source, Map.of()).build(), new Market(Market.waves(1)), 1);
  }
}
