# kind: star expressions in displays
a, b = [1, 2], {"x": 1}
print([*a, 3, *a], (*a,), {*a, *a}, {**b, "y": 2, **{"x": 9}}, [*range(2), *"hi", *b])
for item in 0, *a, 5: print(item, end=" ")
print()
