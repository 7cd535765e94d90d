"""The first line is a docstring, with ; and : and for x in y: pass."""; x = 1; print(__doc__[:9], x)
# kind: code on the line of the module's docstring
if x: "not a docstring"; print("two")
