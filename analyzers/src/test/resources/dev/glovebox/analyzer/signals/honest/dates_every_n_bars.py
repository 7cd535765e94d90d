from glovebox import Strategy


class Every(Strategy):
    def __init__(self, every=21):
        self.every = every

    def on_bar(self, ctx, bar):
        if ctx.bar_index % self.every == 0:
            ctx.target_percent(0.6)
