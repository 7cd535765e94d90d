# kind: conditional and boolean expressions as iterable and condition
flag = True
print([x for x in ([1, 2] if flag else [3])], [x for x in [] or [4, 5]], [x for x in range(5) if (x > 1 and x < 4) or x == 0 if not x == 2])
