from glovebox import Strategy
HOLIDAYS = ((1, 1), (7, 4), (12, 25))
class H(Strategy):
    def on_bar(self, ctx, bar):
        d = bar.open_time
        if (d.month, d.day) in HOLIDAYS or d.weekday() >= 5:
            return
        if d.month == 12 and d.day > 20:
            ctx.target_percent(0.5)
        elif d.strftime("%a") == "Mon" and d.strftime("%H:%M") >= "14:30":
            ctx.close()
