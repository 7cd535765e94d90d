# kind: an error in a one-line coroutine, awaited by another
# error: TypeError 3
async def broken(x): y = [x]; return y["k"]
async def main():
    a = 1; b = await broken(a); return b
main().send(None)
