# kind: async def with a one-line body, driven by hand
async def answer(): return 42
async def twice(): return 2 * await answer()
coroutine = twice()
try: coroutine.send(None)
except StopIteration as stop: print(stop.value)
