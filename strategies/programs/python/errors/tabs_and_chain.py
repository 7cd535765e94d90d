# kind: an error in a chain of a one-line suite indented by tabs
# error: ZeroDivisionError 5
def f(x):
	if x:
		for i in range(x): y = i; z = 1 // (1 - y); print(z)
f(1); f(3)
