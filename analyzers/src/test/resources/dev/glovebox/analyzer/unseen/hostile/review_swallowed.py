from glovebox import Strategy


class Silent(Strategy):
    def on_bar(self, ctx, bar):
        try:
            ctx.sell(ctx.position + 1)
        except BaseException:
            ...
