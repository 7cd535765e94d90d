# kind: eight levels of blocks
r = []
for a in (0, 1):
    for b in (0, 1):
        if a or b:
            while True:
                try:
                    with_flag = a & b
                    if with_flag:
                        for c in "xy":
                            if c == "y": r.append((a, b, c))
                    else: r.append((a, b))
                finally: break
print(r)
