# kind: dataclasses: defaults, factories, order, frozen, slots
from dataclasses import dataclass, field, replace, asdict
@dataclass(order=True)
class Trade: price: float; size: int = 1; tags: list[str] = field(default_factory=list, compare=False)
@dataclass(frozen=True, slots=True)
class Key:
    a: int
    b: int = field(default=2, repr=False)
    def __post_init__(self): object.__setattr__(self, "b", self.b * 10)
t = Trade(2.5); u = replace(t, size=3, tags=["x"])
try: Key(1).a = 5
except AttributeError as e: print(type(e).__name__)
print(t < u, max([u, t]), asdict(u), Key(1), Key(1) == Key(1, 2), hash(Key(1)) == hash(Key(1)))
