# kind: an error in the suite of a one-line if, after a multi-line statement
# error: ValueError 7
xs = [
    1,
    2,
]
if xs: print(xs); xs.remove(3)
