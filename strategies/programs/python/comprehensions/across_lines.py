# kind: comprehensions over several lines, with comments
squares = [
    x * x  # the element
    for x in range(6)  # the source
    # a comment alone
    if x != 3
]
table = {k:
    [v
     for v in range(k)] for k in range(3)
}
print(squares, table)
