# kind: closures, late binding, counters
def adders(): return [lambda x, i=i: x + i for i in range(3)] + [lambda x: x + i for i in range(3)]
def counter():
    n = 0
    def up(): nonlocal n; n += 1; return n
    def value(): return n
    return up, value
up, value = counter(); up(); up()
print([f(10) for f in adders()], value())
