# kind: while_stmt whose condition binds a name
values = iter([3, 1, 4, 0, 9])
while (v := next(values)): print(v, end=" ")
print("stopped at", v)
