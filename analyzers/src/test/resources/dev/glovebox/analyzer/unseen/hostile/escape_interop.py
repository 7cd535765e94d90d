from glovebox import Strategy


class Polyglot(Strategy):
    def on_start(self, ctx):
        import polyglot

        self.java = polyglot.eval(language="java", string="java.lang.Runtime")

    def on_bar(self, ctx, bar):
        ctx.buy(1)
