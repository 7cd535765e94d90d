# kind: import inside a function and a class body
def area(r):
    from math import pi, pow; return round(pi * pow(r, 2), 6)
class Tools:
    import math; from math import sqrt as root
print(area(2), Tools.math.ceil(1.2), Tools.root(81))
