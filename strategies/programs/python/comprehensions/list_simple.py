# kind: list comprehensions on one line
print([x for x in range(5)], [x * y for x in (1, 2) for y in (10, 20)], [x for x in range(20) if x % 3 == 0 if x % 2])
