from fractions import Fraction

from glovebox import Strategy

RUNGS = (Fraction(1, 8), Fraction(1, 4), Fraction(1, 2), Fraction(3, 4))


class Ladder(Strategy):
    def __init__(self, step=0.03):
        self.step = step
        self.anchor, self.rung = None, 0

    def on_bar(self, ctx, bar):
        if self.anchor is None:
            self.anchor = bar.close
        while self.rung < len(RUNGS) - 1 and bar.close < self.anchor * (1 - self.step):
            self.rung += 1
            self.anchor *= 1 - self.step
        if bar.close > self.anchor * (1 + 2 * self.step):
            self.rung, self.anchor = 0, bar.close
        ctx.target_percent(float(RUNGS[self.rung]))
