# kind: an error in the value of a dict comprehension with two loops
# error: ZeroDivisionError 4
print({(a, b): 12 // (a - b) for a in (5, 4) for b in (2, 3)})
print({(a, b): 12 // (a - b) for a in (5, 3) for b in (2, 3)})
