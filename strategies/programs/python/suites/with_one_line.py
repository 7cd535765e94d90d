# kind: with_stmt, suite on the header's line
class Guard:
    def __init__(self, name): self.name = name
    def __enter__(self): print("in", self.name); return self.name.upper()
    def __exit__(self, *info): print("out", self.name, info[0] is None); return False
with Guard("a") as a: print(a); print(a * 2)
with Guard("b"), Guard("c") as c: print(c)
