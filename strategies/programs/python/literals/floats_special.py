# kind: infinities, nan, rounding, comparisons
inf = 1e999; nan = inf - inf
print(inf, -inf, nan != nan, nan == nan, round(2.5), round(-0.5), 0.0 == -0.0, 1e-320, 5e-324 / 2, 7.0 // 2, -7.5 % 2, float("1e5"))
