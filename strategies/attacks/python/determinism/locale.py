# id: D37
# family: determinism
# goal: let the machine's language change a number's text
# finding: PY302
# outcome: COMPLETED
# observed_by: none
# control: none: tests run in one language
# twin: yes

from glovebox import Strategy


import locale


def attack(ctx, bar):
    ctx.log("SEEN " + str([locale.getlocale(), locale.localeconv()["decimal_point"], f"{1234.5:n}", locale.getpreferredencoding()]))


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
