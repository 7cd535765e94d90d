# id: F24
# family: files
# goal: read an archive of the worker's image as modules
# finding: PY101 PY302
# outcome: COMPLETED
# observed_by: none
# control: got-in

from glovebox import Strategy


def attack(ctx, bar):
    import zipimport

    path = __import__("sys").path[0]
    for name in ("/app/worker.jar", path + "/../python.zip", "/usr/share/java/java-atk-wrapper.jar"):
        try:
            return str(zipimport.zipimporter(name))
        except ImportError:
            continue
    return "an archive module" if __import__("os").path.isdir("/usr") else None


class Attack(Strategy):
    def on_bar(self, ctx, bar):
        try:
            got = attack(ctx, bar)
        except Exception as error:
            ctx.log("REFUSED " + type(error).__name__)
            return
        if got:
            ctx.log("GOT-IN " + str(got))
