# kind: loops whose innermost suite is on one line
grid = []
for r in range(3):
    row = []
    for c in range(4): row.append(r * c)
    grid.append(row)
else: grid.append("end")
print(grid)
