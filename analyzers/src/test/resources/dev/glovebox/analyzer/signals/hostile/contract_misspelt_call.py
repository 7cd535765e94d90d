from glovebox import Strategy


class Typo(Strategy):
    def on_bar(self, ctx, bar):
        if bar.close > bar.opne:
            ctx.by(1)
