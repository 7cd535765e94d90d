# kind: coroutines from lambdas, nested async functions, await in expressions
async def v(x): return x
async def main():
    async def inner(y): return await v(y) + await v(1)
    f = lambda x: v(x * 2)
    return [await inner(1), await f(5), (await v(2)) ** (await v(3)), -await v(4), {await v("k"): await v("w")}, f"{await v(9)!r:>3}"]
try: main().send(None)
except StopIteration as s: print(s.value)
