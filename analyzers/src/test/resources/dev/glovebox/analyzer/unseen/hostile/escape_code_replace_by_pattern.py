from glovebox import Strategy


class Stream(Strategy):
    def on_bar(self, ctx, bar):
        prices = (p for p in ctx.closes(3))
        match prices:
            case object(gi_code=code):
                patched = code.replace(co_consts=(0, 1e9))
                self.last = patched
