# kind: several comprehensions and statements on one line
a = [i for i in range(3)]; b = {i: a for i in a}; c = sum(i for i in a for j in b if i < j); d = [*(i for i in a), *[j for j in b]]; print(a, b, c, d)
