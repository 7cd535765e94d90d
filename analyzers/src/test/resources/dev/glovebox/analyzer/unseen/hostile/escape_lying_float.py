from glovebox import Strategy


class Quantity(float):
    def __lt__(self, other):
        return True

    def __mul__(self, other):
        return Quantity(0.0)


class Liar(Strategy):
    def on_bar(self, ctx, bar):
        ctx.buy(Quantity(1_000_000.0))
