# kind: a module without effect but its names
def unused(): return [x for x in range(3)]
class Unused: x = 1; y = 2
RESULT = 7
