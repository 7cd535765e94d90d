# kind: an exception group of which except* takes a part
# error: ExceptionGroup 3
def work(): raise ExceptionGroup("g", [ValueError(1), KeyError(2)])
try: work()
except* ValueError as g: print("took", len(g.exceptions))
print("never")
