from glovebox import Strategy
class Heikin(Strategy):
    def __init__(self): self.o = self.c = None; self.run = 0
    def on_bar(self, ctx, bar):
        c = (bar.open + bar.high + bar.low + bar.close) / 4
        o = (self.o + self.c) / 2 if self.o is not None else (bar.open + bar.close) / 2
        self.o, self.c = o, c
        self.run = self.run + 1 if c > o else 0
        if self.run == 3: ctx.target_percent(.9)
        elif self.run == 0: ctx.close()
