# kind: None, True, False, Ellipsis, NotImplemented, __debug__
print(None, True + True, False * 3, ..., Ellipsis is ..., NotImplemented, type(None).__name__, __name__ is not None, [...][0])
