"""Invested over the turn of each month."""

from datetime import timedelta

from glovebox import Strategy


def days_left(day):
    """Days of the month after this one."""
    first_of_next = (day.replace(day=1) + timedelta(days=32)).replace(day=1)
    return (first_of_next - day).days - 1


class MonthEnd(Strategy):
    def __init__(self, last=5, first=3, share=0.9):
        self.last, self.first, self.share = last, first, share

    def on_bar(self, ctx, bar):
        day = bar.open_time.date()
        inside = days_left(day) < self.last or day.day <= self.first
        if inside and ctx.position == 0:
            ctx.target_percent(self.share, tag="month end")
        elif not inside and ctx.position > 0:
            ctx.close(tag="month begun")
