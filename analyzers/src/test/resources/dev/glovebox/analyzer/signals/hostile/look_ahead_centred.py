from glovebox import Strategy


class Smooth(Strategy):
    def on_bar(self, ctx, bar):
        smooth = self.frame.close.rolling(11, center=True).mean()
        if bar.close < smooth.iloc[-1]:
            ctx.buy(1)
