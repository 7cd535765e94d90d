# kind: assert with and without a message
def check(x):
    assert x > 0
    assert x < 10, f"{x} is too much"
    return x
for n in (5, 50, -5):
    try: print(check(n))
    except AssertionError as e: print("assertion", e.args)
