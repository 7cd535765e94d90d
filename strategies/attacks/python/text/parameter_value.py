# id: T14
# family: text
# goal: put hostile text into a parameter's value and the class's name
# finding: PY105 PY110 PY121
# outcome: COMPLETED
# observed_by: none
# control: text

from glovebox import Strategy


class Attack(Strategy):
    def __init__(self, word="\x1b[31m\u202e=cmd()\r\n" + "x" * 1_000):
        self.word = word

    def on_bar(self, ctx, bar):
        ctx.log(self.word)


Attack.__name__ = Attack.__qualname__ = "\x1b[31m\u202eAttack"
