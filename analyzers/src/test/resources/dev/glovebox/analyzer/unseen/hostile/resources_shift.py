from glovebox import Strategy


class Wide(Strategy):
    def on_bar(self, ctx, bar):
        bits = 1 << 34
        mask = (1 << bits) - 1
        ctx.log(str(mask.bit_length()))
