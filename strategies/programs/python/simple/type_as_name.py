# kind: soft keywords as plain names
type = 3
match = [1, 2, 3]
case = "case"
_ = 9
match[0] = type; print(match, case, _)
match (case):
    case "case": print("soft")
