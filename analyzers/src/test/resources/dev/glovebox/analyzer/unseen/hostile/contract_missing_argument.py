from glovebox import Strategy


class Wrong(Strategy):
    def on_bar(self, bar):
        if bar.close > bar.open:
            self.up = True

    def on_fill(self, ctx, fill, extra):
        ctx.log(str(fill))
