# kind: suites of every form inside each other
out = []
for i in range(3):
    while i < 2:
        i += 1
        try:
            if i == 1: raise KeyError(i)
            else: out.append(("plain", i))
        except KeyError as e: out.append(("key", e.args[0]))
        finally:
            with_end = i; out.append(with_end)
    else: out.append("stop")
print(out)
