# kind: docstrings in every form
"""Module text."""
def a(): "one"; return a.__doc__
def b():
    """Two
    lines."""
def c(): f"""not a docstring"""; return c.__doc__
def d(): 'x' "y"
def e():
    # a comment first
    r"raw \n"
class F: """class"""; x = 1
print(__doc__, a(), repr(b.__doc__), c(), d.__doc__, e.__doc__, F.__doc__)
