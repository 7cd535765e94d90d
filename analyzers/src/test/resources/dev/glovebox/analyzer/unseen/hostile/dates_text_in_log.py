from glovebox import Strategy


class Stamped(Strategy):
    def on_bar(self, ctx, bar):
        stamp = f"{ctx.now:%Y%m%d}"
        ctx.log(stamp)
        if stamp >= "20240301":
            ctx.close()
