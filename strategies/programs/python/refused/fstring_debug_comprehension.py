# kind: f-string that shows the text of a comprehension
xs = [1, 2]
print(f"{[x for x in xs]=}")
