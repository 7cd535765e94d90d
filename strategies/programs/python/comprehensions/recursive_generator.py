# kind: generators that call themselves in comprehensions
def perms(s): return [s] if len(s) < 2 else [c + p for i, c in enumerate(s) for p in perms(s[:i] + s[i + 1:])]
def walk(t): yield from ([t] if isinstance(t, int) else (y for x in t for y in walk(x)))
print(perms("abc"), list(walk([1, [2, [3, [4]]], [[5]]])))
