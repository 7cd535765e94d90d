# kind: an error in a one-line finally
# error: AttributeError 5
def f(x):
    try: return x + 1
    finally: print("end"); x.close()
f(1)
