# kind: async for in comprehensions, await in elements
class Count:
    def __init__(self, n): self.i, self.n = 0, n
    def __aiter__(self): return self
    async def __anext__(self):
        if self.i >= self.n: raise StopAsyncIteration
        self.i += 1; return self.i
async def double(x): return 2 * x
async def main():
    a = [x async for x in Count(4) if x != 2]
    b = {x: await double(x) for x in a}
    c = {x + y async for x in Count(2) for y in (10, 20)}; d = [y async for y in (z async for z in Count(3))]
    return a, b, sorted(c), d
try: main().send(None)
except StopIteration as stop: print(stop.value)
