# id: M12
# family: fingerprint
# goal: read a path out of an exception's text
# finding: PY106 PY302
# outcome: COMPLETED
# observed_by: none
# control: got-in
# why: in the jail the path is a constant of the image, /engine, and no secret
# process: GOT-IN: the folder of the engine's files is where the checkout or the cache lies

from glovebox import Strategy


def attack(ctx, bar):
    import importlib

    for name in ("no_such_module", "json.no_such", "_ctypes", "java"):
        try:
            importlib.import_module(name)
        except ImportError as error:
            if "/" in str(error) and "/python" not in str(error) or error.path:
                return str(error) + str(error.path)
    try:
        from json import nothing
    except ImportError as error:
        return str(error) if "/" in str(error) and "(/engine/" not in str(error) else None


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
