# kind: complex literals and arithmetic
z = 3 + 4j
print(z, abs(z), z.conjugate(), z * 1J, (1 + 2j) ** 2, 1e2j, 0j == 0, z.real, z.imag, -z, 1_0j)
