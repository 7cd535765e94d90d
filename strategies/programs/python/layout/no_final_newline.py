# kind: the last line has no end, and is a one-line suite
n = 0
for i in range(4): n += i; print(n, end=" ")