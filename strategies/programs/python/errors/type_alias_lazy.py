# kind: an error in a type alias, raised when its value is asked for
# error: NameError 3
type A = int; type B = missing[int]; print(A.__value__.__name__)
def ask(t): x = t.__name__; print(x); return t.__value__
ask(B)
