# kind: an error in the last line of a comprehension of many lines
# error: IndexError 7
rows = [
    (a, b)
    for a in range(3)
    for b in range(a)
    if [1, 2][b + a]
]
