from glovebox import Strategy


class AllIn(Strategy):
    def on_bar(self, ctx, bar):
        money = ctx.cash
        shares = money / bar.close
        ctx.buy(shares)
