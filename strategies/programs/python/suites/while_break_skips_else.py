# kind: while_stmt with else that a break skips, if on one line
n = 10
while True:
    n -= 3
    if n < 0: print("below"); break
    if n == 4: print("four"); continue
    print("n", n)
else: print("never")
