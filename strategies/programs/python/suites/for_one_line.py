# kind: for_stmt, suite on the header's line
total = 0
for x in range(1, 11): total += x * x
print(total)
