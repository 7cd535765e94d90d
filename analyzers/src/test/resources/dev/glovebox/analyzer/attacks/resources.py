import itertools
while True: pass  # PY401
while 1:  # PY401
    for x in y:  # PY104
        break
while True:
    break
10 ** 10 ** 8  # PY403
2 ** 5000  # PY403
99999999999999999999  # PY403
sum(range(10 ** 13))  # PY403
[0] * 100000000  # PY403
1 << 100000  # PY403
itertools.count()  # PY404
itertools.repeat(1)  # PY404
iter(int, 1)  # PY404


def fact(n):
    return fact(n - 1)  # PY402


class R:
    def walk(self):
        return self.walk()  # PY402


try:
    fact(1)
except:  # PY407 PY504
    pass
def gen():
    while True:
        yield 1
