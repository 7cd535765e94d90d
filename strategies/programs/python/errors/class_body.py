# kind: an error in a one-line class body
# error: NameError 4
class Good: x = 1; y = x + 1
class Bad(Good): z = 2; w = y
