def hook(f):
    return f


@hook  # PY112
def a():
    pass


@(lambda f: f)  # PY112
def b():
    pass


class Meta(type):  # PY113
    pass


class A(metaclass=Meta):  # PY113
    def __set_name__(self, owner, name):  # PY111
        pass

    def __init_subclass__(cls):  # PY111
        pass

    def __class_getitem__(cls, item):  # PY111
        pass

    def __del__(self):  # PY111
        pass

    def __getattr__(self, name):  # PY111
        pass

    __getattribute__ = hook  # PY103
    __slots__ = ("a",)


class B(hook(object)):  # PY113
    pass


class Price(float):
    def __eq__(self, other):  # PY118
        return True

    def __lt__(self, other):  # PY118
        return True


class Text(str):
    def upper(self):
        return "x"


def __getattr__(name):  # PY111
    pass


class C(**{}):  # PY113
    pass
