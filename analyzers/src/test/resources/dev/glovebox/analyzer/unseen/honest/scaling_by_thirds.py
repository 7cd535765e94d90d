from glovebox import Strategy
from glovebox.indicators import RSI


class Thirds(Strategy):
    def __init__(self, levels="30,25,20", unit=1.0):
        self.levels = [float(part) for part in levels.split(",")]
        self.unit, self.rsi, self.done = unit, RSI(14), set()

    def on_bar(self, ctx, bar):
        rsi = self.rsi.update(bar.close)
        for level in self.levels:
            if rsi < level and level not in self.done:
                self.done.add(level)
                ctx.buy(self.unit)
        if rsi > 60 and self.done:
            self.done.clear()
            ctx.close()
