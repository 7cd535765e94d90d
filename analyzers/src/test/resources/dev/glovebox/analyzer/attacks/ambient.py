import datetime
from datetime import date, datetime as when, timezone
open("accounts.csv")  # PY201
input()  # PY201
help()  # PY201
print(1, file=None)  # PY201
datetime.datetime.now()  # PY202
when.now(timezone.utc)  # PY202
when.utcnow  # PY202
date.today()  # PY202
later = when
later.today()  # PY202
id(1)  # PY203
exit()  # PY204
quit(1)  # PY204
raise SystemExit  # PY204
__file__  # PY103 PY505
[open for open in open("x")]  # PY201
def f(open):
    return open(1)
def g():
    return open(1)  # PY201
if False:  # PY505
    id = 1
id(2)  # PY203
class K:
    input = 3
    y = input(1)  # PY201
class S:
    def on_bar(self, ctx, bar):
        ctx.now()  # PY202
