# kind: an error after wide characters on the same line
# error: TypeError 3
t = "😀é名"; print(len(t)); u = [c for c in t]; print(u[0]); v = t["x"]
