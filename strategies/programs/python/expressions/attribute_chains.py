# kind: long chains of attributes, calls and subscripts
class N:
    def __init__(self, v): self.v, self.kids = v, []
    def add(self, *vs): self.kids += [N(v) for v in vs]; return self
    def at(self, i): return self.kids[i]
root = N(0).add(1, 2).add(3)
print(root.at(0).add(7).add(8).kids[1].add("x").at(0).v.upper().lower()[0], len(root.kids[0].kids))
