# kind: an error in a file of CRLF lines, after one-line suites
# error: IndexError 4
def f(x):
    if x: y = [i for i in range(x)]; return y[x]
    return 0
print(f(0)); print("next")
print(f(2))
