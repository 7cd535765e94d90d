# id: S21
# family: system
# goal: type into the terminal that started the host
# finding: PY302
# outcome: COMPLETED
# observed_by: none
# control: none: there is no terminal where tests run

from glovebox import Strategy


def attack(ctx, bar):
    import fcntl
    import termios

    fcntl.ioctl(0, termios.TIOCSTI, b"x")
    return "typed"


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
