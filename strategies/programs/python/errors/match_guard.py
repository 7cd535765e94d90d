# kind: an error in the guard of a case
# error: ZeroDivisionError 6
def m(x):
    match x:
        case 1: return "one"
        case n if n / (n - 2) > 3: return "big"
        case _: return "rest"
print(m(1), m(5))
print(m(2))
