# kind: expressions as statements
calls = []
def note(x): calls.append(x); return x
note(1), note(2)
note(3) if False else note(4)
"a string"; 5; note(6); -note(7)
[note(8), note(9)]
print(calls)
