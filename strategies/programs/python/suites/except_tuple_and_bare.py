# kind: except with a tuple of types, and a bare one
def kind(f):
    try: f()
    except (KeyError, IndexError): return "lookup"
    except: return "anything"
print(kind(lambda: {}[1]), kind(lambda: [][1]), kind(lambda: 1 / 0))
