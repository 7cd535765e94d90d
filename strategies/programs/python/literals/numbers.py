# kind: integer and float literals of every form
print(0, 00, 1_000_000, 0b1010, 0B1_1, 0o17, 0O7_7, 0xFF, 0Xdead_beef, 1., .5, 1e3, 1E-3, 1_0.0_1e1_0, 10e+2, 0.1 + 0.2, 1if 1else 2)
