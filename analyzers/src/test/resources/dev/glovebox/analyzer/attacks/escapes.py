import math
code = compile  # PY101
eval("1")  # PY101
(run := exec)("1")  # PY101
__import__("os")  # PY101
x = ().__class__.__base__.__subclasses__()  # PY105
y = math.__loader__  # PY105
z = (lambda: 0).__globals__  # PY105
b = __builtins__  # PY103
getattr(x, "__cl" + "ass__")  # PY102 PY120
getattr(x, "__class__")  # PY105
hasattr(x, "__dict__")  # PY105
hasattr(x, str(1))  # PY102
setattr(x, "y", 1)  # PY102
delattr(x, "y")  # PY102
vars(x), dir(x), locals(), globals()  # PY102
memoryview(b"x")  # PY106
breakpoint()  # PY106
T = type("T", (), {})  # PY113
look = getattr  # PY102
spam(1)  # PY104
java.lang  # PY103
polyglot.eval("js", "1")  # PY103
