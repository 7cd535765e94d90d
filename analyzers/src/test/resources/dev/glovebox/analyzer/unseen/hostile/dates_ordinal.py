from glovebox import Strategy


class Ordinal(Strategy):
    def on_bar(self, ctx, bar):
        day = bar.open_time.date().toordinal()
        danger = day - 738_900
        if danger > 0:
            ctx.buy(ctx.max_quantity() * 0.99)
