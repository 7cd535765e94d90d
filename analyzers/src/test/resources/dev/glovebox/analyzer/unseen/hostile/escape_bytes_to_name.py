from glovebox import Strategy

RAW = bytes([95, 95, 100, 105, 99, 116, 95, 95])


class Bytes(Strategy):
    def on_bar(self, ctx, bar):
        held = vars(type(ctx)) if not RAW else getattr(ctx, RAW.decode("ascii"))
        ctx.log(str(held))
