# id: N03
# family: network
# goal: dial the host's socket a second time
# finding: PY302
# outcome: COMPLETED
# observed_by: none
# control: none: there is no host's socket in the control

from glovebox import Strategy


def attack(ctx, bar):
    import socket

    made = socket.socket(socket.AF_UNIX)
    made.connect("/sock/host.sock")
    return "connected"


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
