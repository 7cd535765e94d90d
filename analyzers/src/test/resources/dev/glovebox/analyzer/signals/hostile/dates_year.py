from glovebox import Strategy


class Year(Strategy):
    def on_bar(self, ctx, bar):
        size = 100 if bar.open_time.year == 2024 else 1
        ctx.target(size)
