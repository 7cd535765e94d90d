from glovebox import Strategy
from glovebox.indicators import ZScore


class Zero(Strategy):
    def __init__(self):
        self.score = ZScore(20)

    def on_bar(self, ctx, bar):
        score = self.score.update(bar.close)
        if score != score or bar.volume == 0:
            return
        if ctx.position == 0 and score < -1.5:
            ctx.target_percent(0.5)
        elif ctx.position != 0.0 and score > 0:
            ctx.close()
