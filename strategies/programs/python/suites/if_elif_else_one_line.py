# kind: if_stmt, elif and else, each suite on one line
def size(n):
    if n < 0: return "negative"
    elif n == 0: return "zero"
    elif n < 10: return "small"
    else: return "large"
print([size(n) for n in (-1, 0, 7, 70)])
