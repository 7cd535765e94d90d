# kind: every augmented assignment
x = 17; x += 3; x -= 1; x *= 2; x //= 3; x %= 7
y = 5; y **= 2; y |= 64; y &= 93; y ^= 3; y <<= 2; y >>= 1
z = 9.0; z /= 4
class M:
    def __imatmul__(self, other): return ("matmul", other)
m = M(); m @= 8
print(x, y, z, m)
