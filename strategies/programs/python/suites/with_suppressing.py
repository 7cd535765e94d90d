# kind: with_stmt whose manager swallows the error
class Swallow:
    def __enter__(self): return self
    def __exit__(self, kind, value, trace): self.kind = kind; return True
with Swallow() as s: [][1]; print("never")
print(s.kind.__name__)
