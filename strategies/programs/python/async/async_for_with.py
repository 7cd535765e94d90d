# kind: async for with else, async with, one-line suites
class R:
    def __init__(self, n): self.n = n
    async def __aenter__(self): print("enter", self.n); return self
    async def __aexit__(self, *e): print("exit", self.n, e[0] and e[0].__name__); return True
    def __aiter__(self): self.i = 0; return self
    async def __anext__(self):
        self.i += 1
        if self.i > self.n: raise StopAsyncIteration
        return self.i
async def main():
    async with R(1) as a, R(2) as b: print(a.n + b.n); raise KeyError
    async with (R(3) as c,): print(c.n)
    async for i in R(3): print(i, end=" ")
    else: print("else")
    async for i in R(5): break
    return i
try: main().send(None)
except StopIteration as s: print(s.value)
