# kind: an error in the condition of a one-line while
# error: IndexError 5
xs = [3, 1]

while xs.pop() + 0: print(len(xs))
