# kind: formatting by %, format and methods
print("%s is %5.2f and %-4d| %%" % ("x", 2.5, 7), "{0} {1!r:>4} {name} {0[0]}".format("ab", "c", name=1), "%(k)s" % {"k": "v"}, "-".join(["a", "b"]).title())
