# kind: comprehension targets: tuples, starred, attributes, items
class O: pass
o = O(); cell = [0]
print([a + b for a, b in [(1, 2), (3, 4)]], [r for _, *r in ["abc", "de"]], [(x, y, z) for (x, [y, z]) in [(1, (2, 3))]])
print([o.v for o.v in "pq"], [cell[0] for cell[0] in range(3)], o.v, cell)
