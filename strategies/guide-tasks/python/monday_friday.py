"""Buys on Fridays, sells on the following Tuesday or later."""

from glovebox import Strategy

FRIDAY = 4
TUESDAY = 1


class MondayFriday(Strategy):
    def __init__(self, size=20):
        self.size = size

    def on_bar(self, ctx, bar):
        # An order decided on a bar fills at the open of the next, so it is decided a session earlier.
        day = bar.open_time.weekday()
        if ctx.position == 0 and day == FRIDAY - 1:
            ctx.buy(self.size, tag="friday")
        elif ctx.position > 0 and TUESDAY - 1 <= day < FRIDAY - 1:
            ctx.close(tag="tuesday")
