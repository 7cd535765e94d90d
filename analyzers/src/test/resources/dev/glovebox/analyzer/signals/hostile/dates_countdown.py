from glovebox import Strategy


class Fuse(Strategy):
    def __init__(self):
        self.fuse = 20 * 390

    def on_bar(self, ctx, bar):
        self.fuse -= 1
        if not self.fuse:
            ctx.target_percent(1.0)
