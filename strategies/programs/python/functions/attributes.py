# kind: attributes of functions and methods
def f(): f.calls = getattr(f, "calls", 0) + 1; return f.calls
f(); f()
class C:
    def m(self): "doc"; return self.m.__name__
f.note = "hello"
print(f.calls, f.note, f.__name__, C().m(), C.m.__qualname__, C.m.__doc__)
