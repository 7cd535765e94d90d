# id: R14
# family: resources
# goal: make one text as large as the heap
# finding: PY403
# outcome: MEMORY_LIMIT or COMPLETED
# observed_by: any
# control: none: the host's language has no text that large; resources/list_of_blocks is its control
# place: own

from glovebox import Strategy


def attack(ctx, bar):
    text = "x" * (1 << 30)
    return "a text of " + str(len(text))


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
