# kind: every binary and unary operator, precedence
print(2 + 3 * 4 - 6 / 3, 7 // 2, -7 // 2, 7 % 3, -7 % 3, 2 ** 3 ** 2, -2 ** 2, (-2) ** 2, 2 ** -1)
print(6 & 3 | 8 ^ 1, 1 << 4 >> 2, ~5, +5, --5, not 5 - 5, 1 + 2 << 3)
