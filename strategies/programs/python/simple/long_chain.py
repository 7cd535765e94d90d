# kind: a chain of twenty statements on one line
a = 0; a += 1; a += 2; a += 3; a += 4; b = a; b *= 2; c = [a, b]; c.append(1); d = c; d.reverse(); e = sum(d); f = e % 7; g = str(f); g += "!"; h = g * 2; i = len(h); j = i + f; k = (a, b, e, f, h, i, j); print(k)
