from glovebox import Strategy

DAYS = {"20240102", "20240315", "20240621"}


class Days(Strategy):
    def on_bar(self, ctx, bar):
        if f"{bar.open_time:%Y%m%d}" in DAYS:
            ctx.buy(1)
        else:
            ctx.close()
