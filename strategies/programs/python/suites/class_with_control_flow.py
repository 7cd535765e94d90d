# kind: loops and conditions in a class body, one line each
class Table:
    squares = {}
    for i in range(4): squares[i] = i * i
    if len(squares) > 3: big = True
    else: big = False
    del i
print(Table.squares, Table.big, hasattr(Table, "i"))
