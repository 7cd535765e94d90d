from glovebox import Strategy


class Ahead(Strategy):
    def __init__(self, lead=3):
        self.lead = lead
        self.seen = []

    def on_bar(self, ctx, bar):
        self.seen.append(bar.close)
        for at, price in enumerate(self.seen[: -self.lead]):
            later = at + self.lead
            reward = self.seen[later] - price
            if reward > 5 and at == len(self.seen) - 1:
                ctx.buy(reward)
