from glovebox import Strategy


class Mirror(Strategy):
    @property
    def width(self):
        return 3

    def on_bar(self, ctx, bar):
        getter = Mirror.width.fget
        self.module = getter.__globals__
