import operator
from enum import Enum
from functools import partial, wraps
from glovebox import Strategy

A = "__glo" "bals__"  # PY119
B = "__cl" + "ass__"  # PY120
C = "%s%s" % ("__glo", "bals__")  # PY120
D = "{}{}".format("__su", "bclasses__")  # PY120
E = f"__{'mro'}__"  # PY120
F = "".join(["ev", "al"])  # PY120
G = "__slabolg__"[::-1]  # PY119 PY120
H = "__ssalc__"[::-1].lower()  # PY119 PY120
I = "".join(chr(c) for c in [95, 95, 99, 108, 97, 115, 115, 95, 95])  # PY120
J = bytes([111, 115, 46, 101]).decode()  # PY506
K = bytes.fromhex("5f5f636c6173735f5f").decode("ascii")  # PY120
L = chr(95) * 2 + "dict" + chr(95) * 2  # PY120
M = "__CLASS__".lower()  # PY120
N = "xxclassxx".replace("x", "_")  # PY120
HALF = "__cl"
O = HALF + "ass__"  # PY120
P = "".join(map(chr, (115, 117, 98, 112, 114, 111, 99, 101, 115, 115)))  # PY120
Q = str(b"\x5f\x5fclass\x5f\x5f", "ascii")  # PY120
R = "gi_" + "frame"  # PY120
S = ["frame", "f_back"]  # PY119
T = "fast" + "_" + "slow"
U = "".join(["a", "b"]) + "/".join(["x", "y"])
V = "__init__.py is what a package has"
dict(__init__=1)  # PY119
{}["__builtins__"]  # PY119


def secret(numbers):
    return "".join(map(chr, numbers)), "".join(chr(n ^ 7) for n in numbers)  # PY506


def unpack(text):
    return text.decode("rot13"), text.encode("utf-8")  # PY506


def handed(values):
    return list(map(type, values, [()], [{}]))  # PY113


make = partial(type, "X")  # PY113
isinstance(1, type)
kind: type = int
Colour = Enum("Colour", {"__reduce__": 1})  # PY113 PY119


class Pair:
    __match_args__ = ("__globals__", "x")  # PY109 PY119

    def __init__(self):
        self.x = 1


class Honest:
    __match_args__ = ("x", "y")


Pair.register(int)  # PY113


@wraps(secret, assigned=("__globals__",))  # PY102 PY119
def copied():
    return 1


class Clocks(Strategy):
    def on_bar(self, ctx, bar):
        match ctx.now:
            case object(now=clock):  # PY202
                clock()
        match "{0.x}":
            case str(format=walk):  # PY109
                walk(self)
        f = type(ctx.now).now  # PY202
        f()
        bar.getClass().forName("x")  # PY123


W = "%(a)s%(b)s" % {"a": "__cl", "b": "ass__"}  # PY120
TABLE = {"a": "__cl", "b": "ass__"}
X = TABLE["a"] + TABLE["b"]  # PY120
Y = "{a}{b}".format(a="__cl", b="ass__")  # PY120
Z = (1635018093).to_bytes(4, "big").decode()  # PY506
AA = "bcde".translate({98: 95})  # PY506
BB = print
CC = partial(print, file=BB)  # PY201


def failing():
    try:
        return 1
    except ImportError as error:
        return error.path, error.args  # PY106


class Parameter[__getattr__]:  # PY103
    pass
