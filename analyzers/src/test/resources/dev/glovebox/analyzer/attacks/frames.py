def g():
    yield 1


f = g().gi_frame.f_back.f_globals  # PY106
c = g().gi_code.replace  # PY106
try:
    1 / 0
except Exception as e:
    t = e.__traceback__  # PY105
    t.tb_frame.f_builtins  # PY106
    e.with_traceback(None)  # PY106
match t:
    case object(tb_frame=frame):  # PY109
        pass
    case object(__globals__=q):  # PY109
        pass
property(lambda s: 1).fget  # PY106
int.mro()  # PY106
async def k():  # PY115
    return [x async for x in y]  # PY115 PY104
async def m():  # PY115
    await k()  # PY115
k().cr_frame  # PY106
