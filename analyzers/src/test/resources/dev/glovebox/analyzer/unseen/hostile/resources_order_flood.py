from glovebox import Strategy


class Flood(Strategy):
    def on_bar(self, ctx, bar):
        send = ctx.buy
        for _ in range(100_000):
            send(0.00000001)
