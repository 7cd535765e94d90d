# kind: an error in del, in a chain inside a loop's else
# error: KeyError 5
d = {"a": 1}
for k in list(d): del d[k]; print(d)
else: print("else"); del d["a"]; print("never")
