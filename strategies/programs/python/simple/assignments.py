# kind: assignment: chained, unpacked, starred
a = b = c = [1]
b.append(2)
(d, e), f = (3, 4), 5
[g, *h, i] = range(6)
*j, = "xy"
print(a, c, d, e, f, g, h, i, j)
