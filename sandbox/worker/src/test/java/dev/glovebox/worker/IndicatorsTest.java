package dev.glovebox.worker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The indicators, and what a strategy sees of its run, by assertions in Python. */
@Timeout(120)
class IndicatorsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        s = SMA(3)
        assert math.isnan(s.update(1)) and not s.ready and math.isnan(s.value)
        s.update(2.5)
        assert s.update("3.4") == 2.3 and s.ready and s.value == 2.3
        assert s.update(float("nan")) == 2.3 and s.update(float("inf")) == 2.3
        assert s.update(D("0.0000000001")) == float((F("5.9") + F(1, 10**10)) / 3)
        """,
        """
        s, t = SMA(3), SMA(3)
        for x in (1e17, 0.1, 0.2, 0.3):
            s.update(x)
        for x in (0.1, 0.2, 0.3):
            t.update(x)
        assert s.value == t.value == 0.2
        assert sum((0.1, 0.2, 0.3)) / 3 != 0.2
        """,
        """
        import random
        r = random.Random(1)
        s, window = SMA(7), []
        for i in range(60):
            x = round(r.uniform(0.001, 90000), r.randrange(9))
            window = (window + [F(repr(x))])[-7:]
            v = s.update(x)
            assert i < 6 or v == float(sum(window) / 7), (i, v)
        """,
        """
        e = EMA(3)
        assert math.isnan(e.update(1.0)) and math.isnan(e.update(2.0))
        assert e.update(3.0) == 2.0 and e.ready
        assert e.update(4.0) == 2.0 + (2 / 4) * (4.0 - 2.0)
        assert e.update(float("nan")) == 3.0
        v = e.value
        assert e.update(D("4.1")) == v + (2 / 4) * (4.1 - v)
        """,
        """
        c = Crossover()
        nan = float("nan")
        got = [c.update(a, b) for a, b in (
            (nan, 1), (0, 1), (1, 1), (0, 1), (2, 1), (3, 1), (1, 1), (2, 1), (1, nan), (1, 1), (0, 1))]
        assert got == [0, 0, 0, 0, 1, 0, 0, 0, 0, 0, -1], got
        assert Crossover().update(2, 1) == 0
        """,
        """
        for bad in (0, -1, 1.5, True, "3", None):
            try:
                SMA(bad)
            except (TypeError, ValueError):
                continue
            assert False, bad
        """,
      })
  void areExact(String body) {
    check(body, 1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        assert bar.instrument == ctx.instrument == "AAPL" and ctx.bar() is bar
        assert type(bar.close) is float and type(bar.volume) is float
        assert bar.exact.close == D(str(bar.close)) and bar.exact.volume == 1000
        assert bar.close_time == ctx.now and ctx.now.utcoffset().total_seconds() == 0
        assert (bar.close_time - bar.open_time).days == 1
        """,
        """
        seen = ctx.history(5)
        assert len(seen) == min(5, ctx.bar_index + 1) and seen[-1] is bar
        assert ctx.closes(5) == tuple(b.close for b in seen)
        assert ctx.history(0) == () == ctx.closes(0)
        try:
            ctx.history(10001)
            assert False
        except ValueError:
            pass
        """,
        """
        assert ctx.position == 0 and ctx.position_of("AAPL") == 0.0
        assert ctx.cash == ctx.available == ctx.equity == 100000.0
        assert ctx.exact.cash == 100000 and ctx.exact.position == 0
        assert ctx.orders == () == ctx.working("AAPL") and not ctx.warming_up
        assert ctx.round_price(1.239) == 1.23 and ctx.round_price(1.231, "up") == 1.24
        """,
        """
        for target, name in ((bar, "close"), (ctx, "position"), (ctx, "extra"), (ctx.params, "x"),
                             (bar.exact, "close")):
            try:
                setattr(target, name, 5)
            except AttributeError:
                continue
            assert False, name
        try:
            ctx.position_of("MSFT")
            assert False
        except KeyError as e:
            assert "AAPL" in str(e)
        """,
        """
        import time, datetime, random, os
        assert time.time() == time.monotonic() == ctx.now.timestamp()
        assert datetime.datetime.now(datetime.timezone.utc) == ctx.now
        assert time.localtime() == time.gmtime() and time.tzname == ("UTC", "UTC")
        assert time.strftime("%Y-%m-%d %H:%M:%S") == ctx.now.strftime("%Y-%m-%d %H:%M:%S")
        assert time.mktime(time.gmtime()) == time.time() and os.getpid() == 1
        assert time.__loader__.create_module(time.__spec__).time is time.time
        assert time.strftime("%G-%V-%u %j", time.gmtime(1e9)) == "2001-36-7 252"
        """,
      })
  void areSeenByTheStrategy(String body) {
    check(body, 7);
  }

  private static void check(String body, int bars) {
    String source =
        "import math\nfrom decimal import Decimal as D\nfrom fractions import Fraction as F\n"
            + "from glovebox.indicators import SMA, EMA, Crossover\n"
            + Strategies.onBar("if ctx.bar_index >= " + bars + ":\n    return\n" + body);
    InProcess.Run run = InProcess.run(source);
    assertThat(run.fault()).isEmpty();
  }
}
