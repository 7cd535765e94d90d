from glovebox import Strategy


class Votes(Strategy):
    def on_bar(self, ctx, bar):
        names = {"momentum", "reversion", "carry"}
        for name in names:
            ctx.buy(1 if name == "momentum" else 2)
            break
