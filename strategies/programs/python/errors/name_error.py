# kind: a name that nobody binds, in a conditional expression
# error: NameError 4
flag = False
print("a" if flag else "b"); print("c" if not flag and undefined else "d")
