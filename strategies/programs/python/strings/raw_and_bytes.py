# kind: raw strings, bytes, their mixtures
print(r"\n\t", R'\'', b"\x00\xff\n", rb"\x00", Br"\'", b'a' b"b", u"unicode", bytes(r"\d", "ascii"), len(rb"""a
b"""))
