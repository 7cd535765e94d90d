# kind: global
counter = 0
def bump(by): global counter, last; counter += by; last = by; return counter
print(bump(2), bump(3), counter, last)
