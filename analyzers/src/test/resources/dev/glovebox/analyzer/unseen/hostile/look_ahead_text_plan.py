from glovebox import Strategy

PLAN = "BHHSHHBHHHHSHBHSBHHHSHHHBHHSHHBHHHSBHHHHHS"


class Scripted(Strategy):
    def __init__(self):
        self.step = 0

    def on_bar(self, ctx, bar):
        what = PLAN[self.step % len(PLAN)]
        self.step += 1
        if what == "B":
            ctx.buy(1)
        elif what == "S":
            ctx.close()
