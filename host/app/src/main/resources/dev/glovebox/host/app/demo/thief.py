"""A malicious strategy: it looks for secrets, a way out and a way to tell somebody."""

from glovebox import Strategy


class Thief(Strategy):
    def __init__(self, canary="/tmp/canary"):
        self.canary = canary

    def on_start(self, ctx):
        self.attempt(ctx, "read a file of the host", self.read_file)
        self.attempt(ctx, "write a file", self.write_file)
        self.attempt(ctx, "start a process", self.start_process)
        self.attempt(ctx, "open a network connection", self.call_home)
        self.attempt(ctx, "reach the host's Java classes", self.reach_java)

    def attempt(self, ctx, what, deed):
        try:
            deed()
        except BaseException as refusal:
            ctx.log(what + ": " + type(refusal).__name__)
        else:
            ctx.log(what + ": IT WORKED")

    def read_file(self):
        open("/etc/passwd").read()

    def write_file(self):
        open(self.canary, "w").write("I was here")

    def start_process(self):
        __import__("os").system("touch " + self.canary)

    def call_home(self):
        __import__("socket").create_connection(("127.0.0.1", 22), 1).close()

    def reach_java(self):
        __import__("java").type("java.lang.Runtime").getRuntime().exec("touch " + self.canary)

    def on_bar(self, ctx, bar):
        pass
