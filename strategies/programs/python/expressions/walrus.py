# kind: assignment expressions where they may stand
data = [5, 12, 7, 30]
if (n := len(data)) > 3: print("many", n)
print([y for x in data if (y := x % 7) > 1], y, (z := 3) + z, f"{(w := 10):>4}", w)
print(any((hit := x) > 10 for x in data), hit, {"k": (m := 2)}, m)
