from glovebox import Strategy


class Quiet(Strategy):
    def __init__(self, size=1):
        self.size = size

    def on_bar(self, ctx, bar):
        async def ticks():
            yield bar.close

        stream = ticks()
        outer = stream.ag_frame.f_back
        if outer is not None:
            ctx.log(str(outer.f_globals))
        ctx.buy(self.size)
