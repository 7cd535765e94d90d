# kind: literal patterns: numbers, text, None, complex, negative
def m(x):
    match x:
        case -1 | -2.5: return "negative"
        case 3 + 4j | -0 - 1j: return "complex"
        case "a" "b": return "text"
        case b"x": return "bytes"
        case None | True | False: return repr(x)
        case 0x10: return "hex"
    return "none"
print([m(x) for x in (-1, -2.5, 3 + 4j, "ab", b"x", None, True, 16, "c", -1j)])
