# kind: comprehensions inside comprehensions, four levels
print([[[[a + b + c + d for a in (0, 1)] for b in (0, 2)] for c in (0, 4)] for d in (0, 8)])
