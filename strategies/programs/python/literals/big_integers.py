# kind: integers beyond 64 bits
a = 123456789012345678901234567890; b = 2 ** 200 - 1; c = 0xffff_ffff_ffff_ffff_ffff
print(a * a, b % 1_000_000_007, c + 1, -a // 7, a & c, b >> 150, pow(3, 300, 10 ** 20), (a * b).bit_length())
