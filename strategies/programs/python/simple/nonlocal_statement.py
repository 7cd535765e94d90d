# kind: nonlocal through two levels
def make():
    total = 0; calls = 0
    def add(n):
        nonlocal total, calls
        def deeper(): nonlocal total; total += n
        deeper(); calls += 1; return total, calls
    return add
add = make()
print(add(3), add(4), add(-1))
