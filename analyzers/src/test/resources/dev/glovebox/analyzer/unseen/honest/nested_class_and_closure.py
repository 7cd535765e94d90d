from glovebox import Strategy


def hysteresis(enter, leave):
    inside = False

    def step(value):
        nonlocal inside
        if not inside and value > enter:
            inside = True
        elif inside and value < leave:
            inside = False
        return inside

    return step


class Bands(Strategy):
    class Level:
        ENTER, LEAVE = 1.02, 0.99

    def __init__(self, n=50):
        self.n = n
        self.gate = hysteresis(self.Level.ENTER, self.Level.LEAVE)

    def on_bar(self, ctx, bar):
        closes = ctx.closes(self.n)
        ratio = bar.close / (sum(closes) / len(closes))
        ctx.target(9 if self.gate(ratio) else 0)
