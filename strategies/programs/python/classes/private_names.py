# kind: private names are mangled
class A:
    __x = 1; __y__ = 2
    def __m(self): return self.__x
    def show(self): return self.__m(), self._A__x, self.__y__
class B(A): __x = 5
print(A().show(), B()._B__x, sorted(n for n in vars(A) if "x" in n and n[0] == "_"))
