# kind: for_stmt with tuple and starred targets, one line
pairs = [(1, "a"), (2, "b"), (3, "c")]
for n, s in pairs: print(s * n, end=" ")
for first, *rest in ["abc", "d", (1, 2, 3)]: print(first, rest)
