# kind: while_stmt with else, both suites on one line
left = 5
while left > 0: left -= 2
else: print("ran out at", left)
print("done")
