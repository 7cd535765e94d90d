# kind: await through several coroutines, values sent in
class Ask:
    def __init__(self, q): self.q = q
    def __await__(self): answer = yield self.q; return answer
async def one(): return await Ask("name?")
async def two(): a = await one(); b = await Ask("age?"); return f"{a} is {b}"
c = two(); asked = [c.send(None), c.send("bo")]
try: c.send(7)
except StopIteration as s: print(asked, s.value)
