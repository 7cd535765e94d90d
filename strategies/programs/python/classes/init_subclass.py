# kind: __init_subclass__, __class_getitem__, __set_name__
class Base:
    kinds = {}
    def __init_subclass__(cls, /, kind=None, **kw): super().__init_subclass__(**kw); Base.kinds[kind] = cls.__name__
    def __class_getitem__(cls, item): return (cls.__name__, item)
class Field:
    def __set_name__(self, owner, name): self.name = name + "_" + owner.__name__
class A(Base, kind="a"): f = Field()
class B(A, kind="b"): g = h = Field()
print(Base.kinds, A[int, ...], A.f.name, B.g.name)
