from glovebox import Strategy


class Imagined(Strategy):
    def on_bar(self, ctx, bar):
        order = ctx.order_target_percent(0.5)
        ctx.log(str(order))
