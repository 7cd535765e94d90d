from glovebox import Strategy


class Base(Strategy):
    def __init__(self, ctx, fast, *, slow, size=1):
        self.fast = fast

    def on_fill(self, fill):  # PY904
        self.fast = 1


class First(Base):
    def __init__(self, ctx, fast, *, slow, size=1):  # PY908
        self.fast = fast

    def on_bar(self, ctx, bar):
        ctx.by(1)  # PY905
        ctx.order_target_percent(0.5)  # PY905
        a = bar.Close + bar.vwap  # PY905
        a = bar["close"] + bar[4]  # PY905
        self.buy(1)  # PY905
        a = self.position  # PY905
        for one in ctx.history(3):
            a = one.price  # PY905
        if hasattr(bar, "spread"):
            a = bar.spread
        ctx.buy(1, stop_loss=95)  # PY906
        ctx.sell("AAPL", 1)  # PY906
        ctx.buy()  # PY906
        a = ctx.position() + bar.close()  # PY906
        a = ctx.close > 5  # PY906
        ctx.close  # PY906
        self.enter(ctx)
        return ctx.buy(1)  # PY907

    def enter(self, ctx):
        ctx.bui(1)  # PY905

    def on_order(self, ctx, order):
        ctx.log(order.state)  # PY905
        yield order  # PY907

    def on_trade(self, ctx, trade):  # PY909
        pass

    def on_strat(self, ctx):  # PY909
        pass


class Second(Strategy):  # PY901 PY902
    def next(self, ctx, bar):
        bar = bar.mine
        return bar.whatever


class Third(Strategy):  # PY902 PY903
    def on_bar(self, bar, ctx):  # PY904
        self.last = bar

    @staticmethod
    def on_bars(ctx, bars):  # PY904
        pass

    def on_stop(self, context, *more, verbose=False):
        return None

    def on_start(self, *everything):
        pass
