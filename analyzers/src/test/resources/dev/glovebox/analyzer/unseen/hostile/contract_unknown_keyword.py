from glovebox import Strategy


class Keywords(Strategy):
    def on_bar(self, ctx, bar):
        ctx.buy(1, stop_loss=bar.close * 0.95)
