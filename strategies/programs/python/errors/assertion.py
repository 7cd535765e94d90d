# kind: a failing assert in a chain, with a message over two lines
# error: AssertionError 3
a = 3; assert a == 3; assert a < 3, (
    f"a is {a}"); print("never")
