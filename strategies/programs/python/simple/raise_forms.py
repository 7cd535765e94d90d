# kind: raise alone, with a class, an instance, a cause, from None
def show(f):
    try: f()
    except Exception as e:
        print(type(e).__name__, e.args, type(e.__cause__).__name__, e.__suppress_context__)
def one(): raise ValueError
def two(): raise ValueError("v", 2)
def three(): raise KeyError("k") from OSError("cause")
def four():
    try: 1 / 0
    except ZeroDivisionError: raise RuntimeError("clean") from None
def five():
    try: 1 / 0
    except ZeroDivisionError: raise
for f in (one, two, three, four, five): show(f)
