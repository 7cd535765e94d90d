# kind: raise from in a one-line handler
# error: LookupError 5
def load(k):
    try: return {"a": 1}[k]
    except KeyError as e: print("lost", k); raise LookupError(k) from e
print(load("a"))
print(load("b"))
