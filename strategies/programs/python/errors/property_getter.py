# kind: an error in a one-line property, met in an f-string
# error: TypeError 5
class A:
    @property
    def half(self): x = self.n; return x / 2
a = A(); a.n = 3; print(f"{a.half}"); a.n = "x"
print("next"); print(f"{a.half}")
