# kind: lines joined by backslash
a = 1 + \
    2
b = a \
  * 3; c = b - \
1
if a and \
   b:
    d = "x" \
        "y"
assert a == 3, \
    "three"
from math import floor, \
    ceil
print(a, b, c, d, floor(1.5), ceil(1.5)); print \
    ("end")
