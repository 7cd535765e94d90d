# kind: lines joined by brackets, statements after the close
a = (1 +
2); b = [
 3,
    4
]; c = {"k":
        5}; d = max(a,
  *b)
if (a
    and b): e = (6,
                 7); f = e[
    0]
print(a, b, c, d, e, f)
