"""Holds a fixed share of equity in the instrument; comes back to it once a month."""

from dataclasses import dataclass

from glovebox import Strategy


@dataclass
class Month:
    """A month of the calendar, in UTC."""

    year: int
    month: int


def month_of(moment):
    return Month(moment.year, moment.month)


class MonthlyRebalance(Strategy):
    """Orders on the first bar of each month."""

    def __init__(self, share=0.5):
        self.share = share
        self.last = None

    def on_bar(self, ctx, bar):
        month = month_of(ctx.now)
        if month != self.last:
            self.last = month
            ctx.target_percent(self.share, tag=f"{month.year}-{month.month:02}")

    def on_order(self, ctx, order):
        ctx.log(f"{order.tag}: {order.status} {order.code}")
