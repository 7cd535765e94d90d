from glovebox import Strategy


class Cooldown(Strategy):
    def __init__(self, hours=6):
        self.wait, self.last = hours * 3600, 0

    def on_bar(self, ctx, bar):
        stamp = ctx.now.timestamp()
        if stamp - self.last < self.wait:
            return
        if bar.close > bar.open and ctx.position == 0:
            ctx.buy(1)
            self.last = stamp
