from glovebox import Strategy


class Monkey(Strategy):
    """A control group: enters by chance, leaves by chance."""

    def __init__(self, enter=0.03, leave=0.06):
        self.enter, self.leave = enter, leave

    def on_bar(self, ctx, bar):
        dice = ctx.random
        if ctx.position == 0 and dice.random() < self.enter:
            ctx.target_percent(dice.choice((0.3, 0.6, 0.9)))
        elif ctx.position > 0 and dice.random() < self.leave:
            ctx.close()
