# kind: an error in the last statement of a chain
# error: IndexError 3
a = 1; b = [a]; print(b); b[3]
