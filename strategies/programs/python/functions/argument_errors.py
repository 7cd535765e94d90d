# kind: calls that do not fit, caught
def f(a, b=1, *, c): return a
def kind(call):
    try: call()
    except TypeError: return "type"
    else: return "fine"
print([kind(c) for c in (lambda: f(), lambda: f(1), lambda: f(1, c=2), lambda: f(1, 2, 3, c=4), lambda: f(1, a=1, c=1), lambda: f(1, c=1, d=2))])
