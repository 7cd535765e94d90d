# kind: decorators on classes and methods
registry = []
def register(*names): return lambda cls: (registry.append((cls.__name__, names)), cls)[1]
@register("a", "b")
class A:
    @staticmethod
    def s(x): return x * 2
    @classmethod
    def c(cls): return cls.__name__
    @property
    def p(self): return "p"
print(registry, A.s(4), A.c(), A().p)
