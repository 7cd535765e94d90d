# kind: assignment expressions inside comprehensions
def f(): return [last := k for k in range(4)], last
print(f(), [(s := s + k) for k in [1, 2, 3] if (s := k) or True], {(k := v): k for v in "ab"})
