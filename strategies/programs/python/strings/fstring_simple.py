# kind: f-strings: expressions, conversions, format specs
name, n, pi = "bo", 42, 3.14159
print(f"{name} {n + 1} {name!r} {name!s:>5} {name!a:^6} {pi:.2f} {n:05d} {n:#x} {n:>{n // 7}} {{literal}} {n:,}")
print(f'{name}' f"{n}" "plain" F'{pi}', fr"\d{n}", rf'{n}\w', f"", f"{'nested'}", f"{n if n else 0}", f"{(lambda x: x * 2)(3)}")
