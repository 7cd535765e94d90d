# kind: a suite that a backslash carries to the next line
x = 3
if x: \
    print(x); print("still")
