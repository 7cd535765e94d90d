from glovebox import Strategy
class S(Strategy):
    def __init__(self, start_hour=9, end_hour=17): self.a, self.b = start_hour, end_hour
    def on_bar(self, ctx, bar):
        hhmm = bar.open_time.hour * 100 + bar.open_time.minute
        if 930 <= hhmm < 1600 and bar.close > bar.open: ctx.target_percent(.5)
        elif hhmm >= 1955: ctx.close()
