# kind: abstract classes and methods
from abc import ABC, abstractmethod
class Shape(ABC):
    @property
    @abstractmethod
    def area(self): ...
    @abstractmethod
    def scale(self, k): raise NotImplementedError
class Square(Shape):
    def __init__(self, s): self.s = s
    @property
    def area(self): return self.s ** 2
    def scale(self, k): self.s *= k; return self
try: Shape()
except TypeError: print("abstract")
print(Square(3).scale(2).area, isinstance(Square(1), Shape), sorted(Shape.__abstractmethods__))
