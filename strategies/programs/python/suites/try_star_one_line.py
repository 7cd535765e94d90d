# kind: try_stmt with except*, suites on one line
def work(): raise ExceptionGroup("both", [ValueError("v"), TypeError("t"), ValueError("w")])
try: work()
except* ValueError as group: print("values", [str(e) for e in group.exceptions])
except* TypeError as group: print("types", len(group.exceptions))
