# kind: patterns inside patterns, over several lines
tree = {"op": "+", "args": [{"op": "*", "args": [2, 3]}, {"op": "neg", "args": [4]}, 10]}
def value(t):
    match t:
        case int(n): return n
        case {"op": "+" | "*" as op,
              "args": [first, *others]}:
            r = value(first)
            for o in others: r = r + value(o) if op == "+" else r * value(o)
            return r
        case {
            "op": "neg",
            "args": [x],
        }: return -value(x)
print(value(tree))
