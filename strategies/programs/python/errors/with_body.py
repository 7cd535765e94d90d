# kind: an error in the one-line body of a with
# error: AttributeError 6
class G:
    def __enter__(self): return []
    def __exit__(self, kind, *a): print(kind.__name__)
with G() as g: g.append(1); g.push(2)
