# id: L44
# family: language
# goal: find an original clock in what the replacement's globals or closure keep
# finding: PY105 PY106 PY302 PY504
# outcome: COMPLETED
# observed_by: none
# control: got-in

from glovebox import Strategy


import time


def attack(ctx, bar):
    names = getattr(time.gmtime, "__globals__", {"time": time.time})
    waiting = list(names.values())
    for cell in getattr(time.gmtime, "__closure__", None) or ():
        waiting.append(cell.cell_contents)
    for each in waiting:
        if type(each).__name__ == "builtin_function_or_method":
            try:
                value = each()
            except Exception:
                continue
            if isinstance(value, float) and value > 1_750_000_000:
                return value


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
