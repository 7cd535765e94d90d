# kind: comprehension in the iterable and the condition of another
print([x for x in [y * 2 for y in [z + 1 for z in range(4)]] if x in {w for w in range(0, 9, 2)} if any([x == q for q in (2, 8)])])
