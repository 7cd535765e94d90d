# id: T09
# family: text
# goal: put hostile text into a syntax error of text that is compiled
# finding: PY101 PY121
# outcome: STRATEGY_ERROR
# observed_by: WORKER
# control: text

from glovebox import Strategy


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        compile("\x1b[31m(", "\x1b]0;x\x07", "exec")
