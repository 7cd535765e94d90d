# id: N02
# family: network
# goal: send a datagram
# finding: PY302
# outcome: COMPLETED
# observed_by: none
# control: got-in

from glovebox import Strategy


def attack(ctx, bar):
    import socket

    made = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    return made.sendto(b"x", ("127.0.0.1", 9))


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
