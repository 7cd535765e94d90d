# kind: try_stmt with finally alone, return overridden
def f():
    try: return 1
    finally: print("leaving")
def g():
    try: return 1
    finally: return 2
print(f(), g())
