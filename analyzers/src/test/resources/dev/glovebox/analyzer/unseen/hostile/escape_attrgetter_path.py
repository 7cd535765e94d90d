from operator import attrgetter

from glovebox import Strategy

climb = attrgetter("__class__.__base__.__subclasses__")


class Sorted(Strategy):
    def on_bar(self, ctx, bar):
        for kind in climb(bar)():
            ctx.log(kind.__name__)
