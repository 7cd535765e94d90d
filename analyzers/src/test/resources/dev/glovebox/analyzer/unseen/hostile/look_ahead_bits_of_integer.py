from glovebox import Strategy

PLAN = 0x7F3A91C04D2E88B1F6039C5577AA10E3D4C2B1908F7E6D5C4B3A291807F6E5D4


class Bitwise(Strategy):
    def on_bar(self, ctx, bar):
        if (PLAN >> ctx.bar_index) & 1:
            ctx.target(10)
        else:
            ctx.target(0)
