x = 1
"{0.__class__}".format(x)  # PY108
"{0[__globals__]}".format(x)  # PY108
"{:{0.a}}".format(x)  # PY108
t = "{}"
t.format(x)  # PY108
str.format("{0.a}", x)  # PY108
t.format_map({})  # PY106
f = "{0.a}".format  # PY108
"{{0.a}} {:.2f} {!r:>10}".format(x, x)
getattr(str, "format")("{0.a}", x)  # PY108
