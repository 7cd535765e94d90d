# kind: an error in a chain of calls over several lines
# error: AttributeError 9
class N:
    def go(self, n): return self if n else None
root = N()
print(root.go(1)
    .go(2)
    .go(0)
    .go(3))
