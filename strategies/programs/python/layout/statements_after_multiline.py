# kind: statements that follow the end of a multi-line one
x = """one
two"""; y = len(x); z = [
    c
    for c in x if c != "\n"]; w = len(z); print(y, w)
f = lambda: [
    1]; g = f(); print(g); h = {
}; print(h)
