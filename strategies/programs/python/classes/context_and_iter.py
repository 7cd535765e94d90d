# kind: a class that is its own iterator and context manager
class Lines:
    def __init__(self, text): self.rest = text.split("|"); self.open = False
    def __enter__(self): self.open = True; return self
    def __exit__(self, *a): self.open = False
    def __iter__(self): return self
    def __next__(self):
        if not self.rest: raise StopIteration
        return self.rest.pop(0)
with Lines("a|b|c") as ls: print(next(ls), [l for l in ls], ls.open)
print(ls.open, next(ls, "none"))
