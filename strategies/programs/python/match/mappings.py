# kind: mapping patterns, rest, constants as keys
class K: NAME = "name"
def m(x):
    match x:
        case {"type": "order", "size": int(n), **rest}: return n, sorted(rest)
        case {K.NAME: str() as s}: return s
        case {1: _, -2: two}: return two
        case {**everything}: return len(everything)
print([m(x) for x in ({"type": "order", "size": 3, "x": 1, "y": 2}, {"name": "bo"}, {1: 0, -2: 9}, {}, {"q": 1})])
