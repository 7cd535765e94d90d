# id: N09
# family: network
# goal: fetch an address
# finding: PY302
# outcome: COMPLETED
# observed_by: none
# control: none: a machine without a network refuses it as well; network/tcp is its control

from glovebox import Strategy


def attack(ctx, bar):
    import urllib.request

    return urllib.request.urlopen("http://127.0.0.1:9/").read()


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
