# kind: a chain after a backslash that stands for indentation
if True:
    y = 1
    \
x = y; print(x)
