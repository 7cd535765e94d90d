# kind: if_stmt with several simple statements on the header's line
a, b = 3, 5
if a < b: a, b = b, a; print("swapped"); c = a - b
else: print("kept"); c = 0
print(a, b, c)
