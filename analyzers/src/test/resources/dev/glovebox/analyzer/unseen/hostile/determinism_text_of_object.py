from glovebox import Strategy


class Marker:
    pass


class Address(Strategy):
    def on_bar(self, ctx, bar):
        text = repr(Marker())
        digits = [int(c, 16) for c in text[-9:-1]]
        ctx.target(sum(digits) % 5)
