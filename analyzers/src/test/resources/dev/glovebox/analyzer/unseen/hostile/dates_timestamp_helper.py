from glovebox import Strategy


def seconds(moment):
    return int(moment.timestamp())


class Patient(Strategy):
    def on_bar(self, ctx, bar):
        if seconds(bar.close_time) // 86400 > 19_800:
            ctx.buy(ctx.max_quantity())
