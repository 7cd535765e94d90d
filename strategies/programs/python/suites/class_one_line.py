# kind: class definitions with one-line bodies
class Empty: pass
class Point: x = 1; y = 2; total = x + y
class Named(Point): "A named point."; name = "p"
print(Empty.__name__, Point.total, Named.__doc__, Named.name, Named.y)
