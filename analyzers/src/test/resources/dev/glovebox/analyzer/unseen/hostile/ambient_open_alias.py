from glovebox import Strategy

read = open


class Files(Strategy):
    def on_bar(self, ctx, bar):
        with read("/etc/passwd") as lines:
            ctx.log(lines.read())
