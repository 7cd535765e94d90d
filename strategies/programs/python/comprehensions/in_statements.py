# kind: comprehensions in the heads of statements
for x in [y for y in range(3)]: print(x, end=" ")
while [k for k in range(3) if k == x]: x -= 5
if all([c.isalpha() for c in "abc"]): print("alpha", end=" ")
assert [z for z in (1,)], [z for z in (2,)]
del [w for w in ([1],)][0][0]
print(x)
