from glovebox import Strategy


class Once(Strategy):
    def on_bar(self, ctx, bar):
        if ctx.bar_index == 777:
            ctx.target_percent(1.0)
