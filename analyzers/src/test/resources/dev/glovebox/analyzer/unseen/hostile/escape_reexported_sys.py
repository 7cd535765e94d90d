import enum

from glovebox import Strategy


class Modules(Strategy):
    def on_start(self, ctx):
        self.table = enum.sys.modules

    def on_bar(self, ctx, bar):
        ctx.log(str(len(self.table)))
