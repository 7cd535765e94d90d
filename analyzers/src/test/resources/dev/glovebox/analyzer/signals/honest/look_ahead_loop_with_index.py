from glovebox import Strategy


def longest_rise(values):
    best = run = 0
    i = 0
    while i + 1 < len(values):
        run = run + 1 if values[i + 1] > values[i] else 0
        best = max(best, run)
        i += 1
    return best


class Rise(Strategy):
    def on_bar(self, ctx, bar):
        rise = longest_rise(ctx.closes(40))
        if rise >= 4 and ctx.position == 0:
            ctx.buy(4)
        elif rise < 2:
            ctx.close()
