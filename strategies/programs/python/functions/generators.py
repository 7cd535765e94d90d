# kind: generators: send, throw, close, return value
def g():
    got = []
    try:
        while True:
            try: got.append((yield len(got)))
            except KeyError as e: got.append(e.args[0])
    finally: print("closed with", got)
it = g(); next(it)
print(it.send("a"), it.throw(KeyError("k")), it.send("b"))
it.close()
