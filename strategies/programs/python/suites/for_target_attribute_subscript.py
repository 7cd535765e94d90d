# kind: for_stmt whose targets are an attribute and a subscription
class Box: value = None
box, cells = Box(), [0, 0]
for box.value in "xyz": print(box.value, end=";")
for cells[1] in range(3): print(cells, end=";")
print()
