# kind: an error in a one-line else
# error: KeyError 6
d = {}
if d: pass
elif d is None: pass
else: d["a"] = 1; d["b"]
