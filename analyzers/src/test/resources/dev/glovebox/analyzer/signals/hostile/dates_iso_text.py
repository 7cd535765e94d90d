from glovebox import Strategy


class Text(Strategy):
    def on_bar(self, ctx, bar):
        day = str(bar.close_time.date())
        if "2024-05-01" <= day < "2024-08-01":
            ctx.close()
        elif ctx.position == 0:
            ctx.buy(1)
