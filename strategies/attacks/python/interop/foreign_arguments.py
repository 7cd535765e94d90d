# id: J15
# family: interop
# goal: find an object of the host's language among what the host handed over
# finding: PY102 PY105
# outcome: COMPLETED
# observed_by: none
# control: none: nothing is handed over but plain values, with or without protection

from glovebox import Strategy


def attack(ctx, bar):
    waiting = [ctx, bar, ctx.params, ctx.orders, ctx.history(2), type(ctx).buy.__globals__]
    seen = []
    while waiting and len(seen) < 4000:
        each = waiting.pop()
        if any(each is other
            for other in seen):
            continue
        seen.append(each)
        name = type(each).__name__
        if "oreign" in name or "Java" in name or hasattr(each, "getClass"):
            return name
        if isinstance(each, (tuple, list)):
            waiting.extend(each[:50])
        elif isinstance(each, dict):
            waiting.extend(list(each.values())[:200])
        elif hasattr(each, "__dict__"):
            waiting.append(vars(each))


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
