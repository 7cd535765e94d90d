from glovebox import Strategy


class Rule:
    def __init__(self, name, test):
        self.name, self.test = name, test

    def __call__(self, bar):
        return self.test(bar)


RULES = [
    Rule("hammer", lambda b: min(b.open, b.close) - b.low > 2 * abs(b.close - b.open)),
    Rule("outside", lambda b: b.high - b.low > 0.04 * b.close),
]


class Patterns(Strategy):
    def on_bar(self, ctx, bar):
        hits = [rule.name for rule in RULES if rule(bar)]
        if hits and ctx.position == 0:
            ctx.buy(3, tag="+".join(hits))
        elif not hits and ctx.position > 0:
            ctx.close()
