from glovebox import Strategy


class Other(Strategy):
    """Names of the arguments are one's own."""

    def __init__(self, *, size=3, note=""):
        self.size, self.note = size, note

    def on_bars(self, context, candles, /):
        for candle in candles:
            held = context.position_of(candle.instrument)
            if candle.close > candle.open and held == 0:
                context.buy(self.size, instrument=candle.instrument, tag=self.note)

    def on_fill(self, context, trade, verbose=False):
        if verbose:
            print(trade.price)
