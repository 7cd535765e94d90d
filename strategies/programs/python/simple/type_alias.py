# kind: type_alias, plain and generic (PEP 695)
type Price = float
type Pair[A, B] = tuple[A, B]
type Nested[*Ts] = tuple[*Ts]; type Call[**P] = object
print(Price.__name__, Price.__value__.__name__, Pair.__name__, len(Pair.__type_params__))
print(Nested.__type_params__[0].__name__, Call.__name__)
