from glovebox import Strategy

LOT = 10**3
LOTS = LOT * LOT * 25


class Large(Strategy):
    def on_bar(self, ctx, bar):
        amount = LOTS
        ctx.buy(amount)
