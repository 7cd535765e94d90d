# kind: import in all forms
import math
import collections.abc as shapes, itertools
from functools import reduce as fold, partial
from operator import (
    add,
    mul as times,
)
import math, operator; from itertools import chain
print(math.floor(2.7), isinstance([], shapes.Sequence), fold(add, [1, 2, 3]), partial(times, 3)(4))
print(list(chain("ab", itertools.repeat(1, 2))), operator.neg(5))
