from glovebox import Strategy


class Match(Strategy):
    def on_bar(self, ctx, bar):
        match (bar.open_time.year, bar.open_time.month):
            case (2024, 11):
                ctx.buy(1)
            case (2025, _):
                ctx.close()
