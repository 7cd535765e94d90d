# kind: f-strings with =
x, y = 3, [1, 2]
print(f"{x=} {x = } {x + 1=:>4} {y[0]=!s} {len(y)=} { x = :03d} {'a' 'b'=}")
