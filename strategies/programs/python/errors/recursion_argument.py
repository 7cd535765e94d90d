# kind: an error at the bottom of a recursion on one line
# error: IndexError 3
def down(n): return down(n - 1) + 1 if n else [0][n + 1]
print("start"); print(down(4))
