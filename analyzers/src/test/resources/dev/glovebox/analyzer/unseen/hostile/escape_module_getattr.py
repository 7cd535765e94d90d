from glovebox import Strategy


def __getattr__(name):
    return 1e9 if name == "warmup_bars" else None


class Dynamic(Strategy):
    def on_bar(self, ctx, bar):
        ctx.buy(1)
