"""EMA crossings with a journal of trades, logged at the end."""

from dataclasses import dataclass

from glovebox import Strategy
from glovebox.indicators import EMA, Crossover


@dataclass
class Trade:
    entry: float
    exit: float
    bars: int
    profit: float


class TradeJournal(Strategy):
    def __init__(self, fast=8, slow=21, size=20):
        self.fast, self.slow, self.cross = EMA(fast), EMA(slow), Crossover()
        self.size = size
        self.trades: list[Trade] = []
        self.entry = None
        self.entry_bar = 0

    def on_fill(self, ctx, fill):
        if fill.side == "BUY":
            self.entry = fill.price
            self.entry_bar = ctx.bar_index
        elif self.entry is not None:
            profit = (fill.price - self.entry) * fill.quantity
            self.trades.append(
                Trade(self.entry, fill.price, ctx.bar_index - self.entry_bar, profit)
            )
            self.entry = None

    def on_bar(self, ctx, bar):
        cross = self.cross.update(self.fast.update(bar.close), self.slow.update(bar.close))
        if cross > 0 and ctx.position == 0:
            ctx.buy(self.size, tag="cross up")
        elif cross < 0 and ctx.position > 0:
            ctx.close(tag="cross down")

    def on_stop(self, ctx):
        for trade in self.trades:
            ctx.log(
                f"{trade.entry:.2f} -> {trade.exit:.2f} in {trade.bars} bars: {trade.profit:.2f}"
            )
        if self.trades:
            wins = sum(1 for trade in self.trades if trade.profit > 0)
            ctx.log(f"win rate {wins / len(self.trades):.0%} of {len(self.trades)} trades")
