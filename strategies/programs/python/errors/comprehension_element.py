# kind: an error in the element of a one-line comprehension
# error: ZeroDivisionError 4
def f(xs):
    return [10 // x for x in xs if x < 5]
print(f([1, 2]), f([7]))
print(f([5, 0]))
