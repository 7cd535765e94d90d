x = 1
if x  # PY000
    pass
