from dataclasses import make_dataclass

from glovebox import Strategy

Ghost = make_dataclass("Ghost", ["a"], namespace={"__del__": lambda self: print("still here")})


class Haunted(Strategy):
    def on_bar(self, ctx, bar):
        Ghost(bar.close)
        ctx.buy(1)
