from statistics import random as chance

from glovebox import Strategy


class Lucky(Strategy):
    def on_bar(self, ctx, bar):
        if chance._os.getpid() % 2:
            ctx.buy(1)
