# kind: an unpacking that does not fit, in a loop's header
# error: ValueError 5
pairs = [(1, 2), (3,)]
total = 0
for a, b in pairs: total += a * b; print(total)
