# kind: an error in the one-line body of a case
# error: ValueError 5
match {"a": [1, 2]}:
    case {"b": _}: pass
    case {"a": [x, *rest]}: print(x, rest); rest.append(x); rest.index(9)
