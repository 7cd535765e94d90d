from glovebox import Strategy


class Loop(Strategy):
    def on_bar(self, ctx, bar):
        x = 0
        while not False:
            x = (x + 1) % 7
