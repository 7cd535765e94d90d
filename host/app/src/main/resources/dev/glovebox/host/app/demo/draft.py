import numpy as np

from glovebox import Strategy


class Draft(Strategy):
    """What a language model writes first: it reaches for libraries and for the file system."""

    def on_bar(self, ctx, bar):
        closes = np.array(ctx.closes(30))
        if closes.mean() < bar.close:
            ctx.buy(1)
        open("/tmp/notes.txt", "w").write(str(bar.close))
