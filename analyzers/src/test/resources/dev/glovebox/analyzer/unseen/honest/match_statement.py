from enum import Enum, auto

from glovebox import Strategy
from glovebox.indicators import RSI, SMA


class Mood(Enum):
    COLD = auto()
    MILD = auto()
    HOT = auto()


class Moods(Strategy):
    def __init__(self, period=14, trend=40):
        self.rsi, self.trend = RSI(period), SMA(trend)

    def mood(self, value):
        match value:
            case v if v < 35:
                return Mood.COLD
            case v if v > 65:
                return Mood.HOT
            case _:
                return Mood.MILD

    def on_bar(self, ctx, bar):
        rsi, trend = self.rsi.update(bar.close), self.trend.update(bar.close)
        match (self.mood(rsi), ctx.position > 0):
            case (Mood.COLD, False) if bar.close > trend:
                ctx.target_percent(0.8)
            case (Mood.HOT, True):
                ctx.close()
            case _:
                pass
