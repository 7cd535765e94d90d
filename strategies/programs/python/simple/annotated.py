# kind: annotated assignment at module and class level
count: int = 3
name: "str"
class Row:
    key: str
    value: float = 1.5
    (odd): int = 2
    key_of: dict[str, list[int]] = {}
print(count, __annotations__["count"].__name__, sorted(Row.__annotations__), "name" in globals())
