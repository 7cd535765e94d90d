import statistics

from glovebox import Strategy

HISTORY = [
    187.2, 188.4, 186.9, 189.5, 191.0, 190.2, 192.7, 193.3, 191.8, 190.4, 189.9, 192.2,
    194.6, 195.1, 193.8, 196.0, 197.4, 196.9, 198.8, 200.3, 199.1, 201.7, 203.0, 202.4,
]
MEAN = statistics.fmean(HISTORY)
DEVIATION = statistics.pstdev(HISTORY)


class Standardised(Strategy):
    def on_bar(self, ctx, bar):
        if (bar.close - MEAN) / DEVIATION < -1:
            ctx.buy(1)
