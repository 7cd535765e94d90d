# kind: async generators, asend, aclose, one line
async def ticks(n):
    try:
        for i in range(n): got = yield i; print("got", got, end="; ")
    finally: print("end")
def run(c):
    try:
        while True: c.send(None)
    except StopIteration as s: return s.value
async def main():
    g = ticks(3); a = await g.__anext__(); b = await g.asend("x"); await g.aclose(); return a, b
print(run(main()), run((lambda: (x async for x in ticks(2)))().__anext__()))
