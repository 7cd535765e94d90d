from glovebox import Strategy


class Ping(Strategy):
    def even(self, n):
        return True if n == 0 else self.odd(n - 1)

    def odd(self, n):
        return False if n == 0 else self.even(n - 1)

    def on_bar(self, ctx, bar):
        if self.even(int(bar.volume)):
            ctx.buy(1)
