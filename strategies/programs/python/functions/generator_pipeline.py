# kind: generators which feed each other, one line each
def numbers(n): yield from range(n)
def odd(xs): yield from (x for x in xs if x % 2)
def pairs(xs):
    for x in xs: yield x; yield x * 10
def total(xs): t = 0; yield t; [(t := t + x) for x in xs]; yield t
print(list(pairs(odd(numbers(8)))), list(total(odd(numbers(8)))))
