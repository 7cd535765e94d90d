# kind: line ends with carriage return and line feed
def f(x):
    if x: return "yes"; return "no"
    else: y = [i for i in range(3)]; return y
print(f(1), f(0), """two
lines""".count("\r"))
