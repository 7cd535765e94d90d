# kind: an error in __enter__ of the second manager
# error: ZeroDivisionError 5
class G:
    def __init__(self, n): self.n = n
    def __enter__(self): print("in", self.n); return 10 // self.n
    def __exit__(self, *a): print("out", self.n)
with G(1) as a, G(0) as b: print(a, b)
