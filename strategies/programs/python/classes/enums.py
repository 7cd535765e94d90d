# kind: enum, flag, auto, members with values
from enum import Enum, Flag, IntEnum, auto
class Side(Enum): BUY = 1; SELL = -1; LONG = 1
class Mode(Flag): R = auto(); W = auto(); X = auto()
class Level(IntEnum):
    LOW = 1; HIGH = 5
    @property
    def half(self): return self.value / 2
print(Side.LONG.name, [s.name for s in Side], (Mode.R | Mode.X).value, Mode.W in Mode.R | Mode.W, Level.HIGH > Level.LOW, Level.HIGH.half, Side(-1).name, Side["BUY"].value)
