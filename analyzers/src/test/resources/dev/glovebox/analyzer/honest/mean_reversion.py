import math
import statistics as st
from decimal import Decimal, getcontext

from glovebox import Strategy

getcontext().prec = 28
WINDOW = 20
THRESHOLDS = {"enter": -2.0, "leave": 0.0}


def zscore(values, last):
    """Standard score of last, or nan."""
    if len(values) < 2:
        return math.nan
    spread = st.stdev(values)
    return (last - st.fmean(values)) / spread if spread else math.nan


class MeanReversion(Strategy):
    warmup_bars = WINDOW

    def on_bar(self, ctx, bar):
        try:
            score = zscore(ctx.closes(WINDOW), bar.close)
        except (st.StatisticsError, ZeroDivisionError) as error:
            print(f"no score: {error!r}")
            return
        finally:
            self.seen = True
        if math.isnan(score):
            return
        if score < THRESHOLDS["enter"] and not ctx.position:
            ctx.buy(Decimal("1.5"))
        if score > THRESHOLDS["leave"] and ctx.position > 0:
            ctx.close()
