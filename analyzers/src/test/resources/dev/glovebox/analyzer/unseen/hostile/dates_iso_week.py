from glovebox import Strategy


class Weeks(Strategy):
    def on_bar(self, ctx, bar):
        year, week, _ = bar.open_time.isocalendar()
        if (year, week) == (2024, 23):
            ctx.target_percent(0.9)
