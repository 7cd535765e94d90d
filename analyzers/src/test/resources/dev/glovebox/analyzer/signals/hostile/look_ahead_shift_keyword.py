from glovebox import Strategy


class Ahead(Strategy):
    def __init__(self, horizon=3):
        self.horizon = horizon

    def signal(self, series):
        return series.shift(periods=-self.horizon) > series

    def on_bar(self, ctx, bar):
        if self.signal(ctx.closes(50)):
            ctx.buy(1)
