# kind: irrefutable cases, no case that fits, names left bound
x = y = "before"
match [1, 2, 3]:
    case [x, 5, _]: print("no")
    case [_, _]: print("no")
match 5:
    case 6: print("no")
match ():
    case (): print("empty tuple")
match 0:
    case _: pass
print(y)
