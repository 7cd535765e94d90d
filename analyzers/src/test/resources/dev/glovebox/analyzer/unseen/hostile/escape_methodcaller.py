import operator

from glovebox import Strategy


class Called(Strategy):
    def on_bar(self, ctx, bar):
        ask = operator.methodcaller("__getattribute__", "_host")
        self.host = ask(ctx)
