# kind: an error in the third turn of a one-line loop in a function
# error: ZeroDivisionError 4
def f(n):
    for i in range(n): print(i); 6 // (2 - i)
f(2)
f(5)
