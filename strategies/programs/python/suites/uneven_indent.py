# kind: each block with an indentation of its own
if True:
      a = 1
      if a:
        b = 2
        if b: c = 3; d = 4
def f():
  return a + b
print(f(), c, d)
