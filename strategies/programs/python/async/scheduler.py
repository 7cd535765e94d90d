# kind: a small round robin of coroutines
class Turn:
    def __await__(self): yield
log = []
async def job(name, n):
    for i in range(n): log.append(f"{name}{i}"); await Turn()
    return name
def run(*jobs):
    done, queue = [], list(jobs)
    while queue:
        j = queue.pop(0)
        try: j.send(None); queue.append(j)
        except StopIteration as s: done.append(s.value)
    return done
print(run(job("a", 2), job("b", 3), job("c", 1)), log)
