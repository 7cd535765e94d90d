# kind: capture, as, or patterns, guards with side effects
log = []
def g(x): log.append(x); return x
def m(x):
    match x:
        case (1 | 2) as n if g(n) > 5: return "never"
        case (("a", v) | (v, "a")) as pair: return v, pair
        case [((1 | 2) as p) | (3 as p), *_]: return p
        case whole: return whole
print(m(1), m(("a", 1)), m((2, "a")), m([3]), m([2, 9]), m(7), log)
