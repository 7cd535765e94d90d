# kind: sequence patterns, with and without brackets and stars
def m(x):
    match x:
        case []: return "empty"
        case [one]: return f"one {one}"
        case first, second: return f"two {first} {second}"
        case (0, *_, last): return f"zero to {last}"
        case [*front, "end"]: return f"ends after {front}"
        case [[a, b], *rest]: return f"nested {a} {b} {rest}"
        case _: return "other"
print([m(x) for x in ([], [5], (1, 2), [0, 1, 2, 3], ["x", "y", "end"], [[1, 2], 3, 4], "text", {1: 2})])
