"""What the worker does around a strategy, without anything that protects."""


def _module(name, text):
    import sys

    module = sys.modules.get(name) or type(sys)(name)
    sys.modules[name] = module
    parent, _, child = name.rpartition(".")
    if name == "glovebox":
        module.__path__ = []
    if parent:
        setattr(sys.modules[parent], child, module)
    exec(compile(text, "<" + name + ">", "exec", 0, True), module.__dict__)
    return module


def _load(*modules):
    import sys

    # Their provider is not in the image; with them half of the library could not be imported.
    for name in ("_hashlib", "_ssl"):
        sys.modules[name] = None
    sys.modules["glovebox"] = type(sys)("glovebox")
    for at in range(0, len(modules), 2):
        driver = _module(modules[at], modules[at + 1])

    def run(text, name, bars):
        state = sys.modules["glovebox._state"].RUN
        state.configure(7, 10_000, 10**9, "0", "0")
        at = state.add_instrument("AAPL", "USD", 1, 2, 1, 0, 1, 0, 86_400)
        driver.load(text, name)
        driver.find()
        driver.construct()
        driver.warmup()
        state.set_account("100000", "100000", "100000")
        state.begin(-1, bars[0])
        driver.start()
        for index in range(len(bars) // 6):
            opened, closed, *prices = bars[index * 6 : index * 6 + 6]
            state.begin(index, closed)
            figures = [each / 100 for each in prices]
            state.add_bar(
                0, at, opened, closed, *figures, 1000.0, *prices, 1000, 2, 0
            )
            if index == 1:
                state.add_fill("o-000001", 0, "BUY", 1, 0, 10_000, 2, "0", opened, closed, 0, 0, "")
                driver.fill(0)
            driver.bar()
            state.take()
        driver.stop()

    return run


_load
