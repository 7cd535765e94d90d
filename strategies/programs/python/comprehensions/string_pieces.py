# kind: comprehensions over text and bytes
t = "Hello, World"
print("".join(c.upper() if i % 2 else c.lower() for i, c in enumerate(t)), [b for b in b"az"], {c for c in "aab"} == {"a", "b"})
