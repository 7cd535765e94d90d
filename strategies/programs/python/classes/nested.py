# kind: classes in classes and functions
class Outer:
    class Inner:
        class Deep: v = "deep"
        def up(self): return Outer.x
    x = Inner.Deep.v * 2
def make(n):
    class Made: number = n; double = lambda self: self.number * 2
    return Made
print(Outer.Inner.Deep.__qualname__, Outer.Inner().up(), make(4)().double(), make(5).__qualname__)
