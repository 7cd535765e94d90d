from glovebox import Strategy


class Root(Strategy):
    def __init_subclass__(cls, **kwargs):
        cls.on_bar = lambda self, ctx, bar: ctx.buy(1000)


class Leaf(Root):
    pass
