from glovebox import Strategy
class Seasonal(Strategy):
    FACTORS = {1: 1.2, 2: 0.9, 3: 1.0, 4: 1.1, 5: 0.6, 6: 0.7, 7: 1.0, 8: 0.5, 9: 0.4, 10: 1.0, 11: 1.3, 12: 1.2}
    def on_bar(self, ctx, bar):
        share = self.FACTORS[bar.open_time.month] / max(self.FACTORS.values()) * .9
        if abs(share - getattr(self, "share", 0)) > .05:
            self.share = share
            ctx.target_percent(share)
