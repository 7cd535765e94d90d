# kind: dict and set comprehensions on one line
words = "the cat and the hat and the bat".split()
print({w: words.count(w) for w in words}, sorted({len(w) for w in words}), {i: {j for j in range(i)} for i in range(3)})
