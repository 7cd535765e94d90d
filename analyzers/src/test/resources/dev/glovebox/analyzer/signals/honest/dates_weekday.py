from glovebox import Strategy


class Tuesday(Strategy):
    def on_bar(self, ctx, bar):
        if bar.open_time.weekday() == 1 and ctx.position == 0:
            ctx.buy(10)
        elif bar.open_time.weekday() >= 3:
            ctx.close()
