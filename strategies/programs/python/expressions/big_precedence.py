# kind: one expression with operators of every level
x = 3
print((y := x if not x > 2 or x in [3] and x is x else ~x ** 2 - -x * 5 // 2 << 1 & 7 ^ 2 | 1) + y)
print(lambda: x + 1 if x else 0 or 2 and not 3 == 4 | 5 ^ 6 & 7 << 1 + 2 * -3 ** 2) if x == 0 else print("kept")
