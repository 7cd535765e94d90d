from glovebox import Strategy


class Labels(Strategy):
    def on_bar(self, ctx, bar):
        states = {"up" if bar.close > bar.open else "down", "wide" if bar.high > bar.low else "flat"}
        first, *_ = states
        if first == "up":
            ctx.buy(1)
