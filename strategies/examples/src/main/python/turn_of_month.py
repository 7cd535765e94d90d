"""Holds from the last days of each month into the first days of the next."""

from datetime import timedelta

from glovebox import Strategy


class TurnOfMonth(Strategy):
    """The day of a session is that of its open: a date-only bar closes at the next midnight."""

    def __init__(self, before=4, after=4, share=0.9):
        self.before, self.after, self.share = before, after, share

    def is_turn(self, day):
        return day.day <= self.after or (day + timedelta(days=self.before)).month != day.month

    def on_bar(self, ctx, bar):
        if self.is_turn(bar.open_time.date()):
            if ctx.position == 0:
                ctx.target_percent(self.share, tag="turn")
        elif ctx.position > 0:
            ctx.close(tag="over")
