from glovebox import Strategy


class AllIn(Strategy):
    def on_bar(self, ctx, bar):
        if ctx.position == 0:
            quantity = ctx.cash / bar.close
            ctx.buy(quantity)
