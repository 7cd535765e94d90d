# kind: properties with getter, setter, deleter
class Celsius:
    def __init__(self, t): self._t = t
    @property
    def f(self): return self._t * 9 / 5 + 32
    @f.setter
    def f(self, v): self._t = (v - 32) * 5 / 9
    @f.deleter
    def f(self): self._t = 0
    k = property(lambda self: self._t + 273.15, doc="Kelvin")
c = Celsius(100); print(c.f, c.k); c.f = 50; print(c._t); del c.f; print(c.f, Celsius.k.__doc__)
