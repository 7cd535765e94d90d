# kind: value patterns by dotted names
from enum import Enum
class Side(Enum): BUY = "b"; SELL = "s"
class Limits:
    class Size: MAX = 10
def m(x):
    match x:
        case Side.BUY: return 1
        case Side.SELL: return -1
        case Limits.Size.MAX: return "max"
        case {"side": Side.BUY | Side.SELL as s, "n": Limits.Size.MAX}: return s.name
print([m(x) for x in (Side.BUY, Side.SELL, 10, {"side": Side.SELL, "n": 10}, 11)])
