# kind: an error in an augmented assignment in a nested one-line suite
# error: TypeError 5
total = "x"
for i in range(3):
    if i == 2: print(i, total); total += i; print("never")
    elif i: total += "y"
