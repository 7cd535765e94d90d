# kind: indentation by tabs, one-line suites below them
def f(n):
	out = []
	for i in range(n):
		if i % 2: out.append(i); out.append(-i)
		else:
			while i > 3: out.append("big"); i -= 2
	return out
print(f(7))
