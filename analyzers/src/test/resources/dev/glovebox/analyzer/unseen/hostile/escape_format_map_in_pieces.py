from glovebox import Strategy

OPEN, SHUT = "{", "}"
BAR = "_" * 2
FIELD = "b." + BAR + "init" + BAR + "." + BAR + "glob" + "als" + BAR


class Report(Strategy):
    def on_bar(self, ctx, bar):
        shape = OPEN + FIELD + SHUT
        ctx.log(shape.format_map({"b": bar}))
