try:
    from os import environ as settings
except ImportError:
    settings = {}

from glovebox import Strategy


class Configured(Strategy):
    def on_bar(self, ctx, bar):
        if settings.get("MODE") == "live":
            ctx.buy(100)
