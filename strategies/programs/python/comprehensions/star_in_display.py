# kind: comprehension results spread into displays and calls
print(*[x for x in "ab"], *(y for y in "cd"), **{k: "|" for k in ["sep"]})
print([*[x for x in range(2)], *{y for y in range(1)}], {**{k: v for k, v in [(1, 2)]}, 3: [z for z in (4,)]})
