# kind: yield as an expression in many places
def g():
    a = yield 1
    b = (yield a) + (yield 2)
    print("args", a, b)
    c = [(yield), (yield "x")]
    return (yield c)
it = g(); out = [next(it)]
for v in (10, 20, 30, 40, 50): out.append(it.send(v))
try: it.send("end")
except StopIteration as stop: print(out, stop.value)
