from glovebox import Strategy


class Hidden(Strategy):
    def on_bar(self, ctx, bar):
        side = "bu​y"
        if side == "buy":
            ctx.buy(1)
        else:
            ctx.sell(1)
