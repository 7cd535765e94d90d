# kind: match inside loops, with break, continue, return in cases
def parse(words):
    out, depth = [], 0
    for w in words:
        match w:
            case "(": depth += 1; continue
            case ")" if depth: depth -= 1; continue
            case "stop": break
            case ")": return "unbalanced"
        out.append((depth, w))
    return out
print(parse("a ( b ( c ) ) d stop e".split()), parse([")"]))
