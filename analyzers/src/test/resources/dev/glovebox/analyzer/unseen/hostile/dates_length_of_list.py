from glovebox import Strategy


class Growing(Strategy):
    def __init__(self):
        self.closes = []

    def on_bar(self, ctx, bar):
        self.closes.append(bar.close)
        if len(self.closes) > 731:
            ctx.target_percent(1.0)
