"""A strategy that never gives the turn back."""

from glovebox import Strategy


class Endless(Strategy):
    def on_bar(self, ctx, bar):
        while True: pass
