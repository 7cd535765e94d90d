from glovebox import Strategy


class Doubling(Strategy):
    def on_bar(self, ctx, bar):
        text = "x"
        for _ in range(60):
            text += text
        ctx.log(text[:1])
