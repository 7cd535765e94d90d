"""Takes away what would tell one process from another, where no equal answer can be given.

Builtin modules are singletons, so what is changed in them in place stays changed however they are
imported again; that some are also hidden from ``import`` only gives an earlier error.
"""

import _imp
import _weakref
import gc
import sys


def refused(*given, **named):
    """Refuse: it belongs to the machine."""
    raise PermissionError(1, "not available to a strategy")


def _fixed(value):
    def read(*given, **named):
        return value

    return read


# ---------------------------------------------------------------- the engine's own module

_module = _imp.create_builtin(type(sys.__spec__)("__graalpython__", sys.__spec__.loader))
if hasattr(_module, "get_jdk_version"):
    del _module.get_jdk_version

# ---------------------------------------------------------------- the collector

# When memory is collected depends on its size, and on who else is there.
gc.collect = _fixed(0)
gc.get_count = _fixed((0, 0, 0))
gc.get_stats = _fixed([{"collections": 0, "collected": 0, "uncollectable": 0}] * 3)


class ref:  # noqa: N801 - the engine's name
    """A reference that never dies: when a weak one would depends on the machine."""

    __slots__ = ("_kept", "__callback__")

    def __new__(cls, kept, callback=None, /, *given):
        """Refer to an object that could be referred to weakly."""
        if type(kept) in (int, float, bool, str, bytes, tuple, list, dict, type(None)):
            raise TypeError("cannot create weak reference to '" + type(kept).__name__ + "' object")
        made = object.__new__(cls)
        made._kept = kept
        made.__callback__ = callback
        return made

    def __init__(self, *given):
        """Take what ``__new__`` took."""

    def __call__(self):
        """Return the object."""
        return self._kept

    def __hash__(self):
        """Return the object's hash."""
        return hash(self._kept)

    def __eq__(self, other):
        """Compare the objects."""
        return self._kept == other._kept if isinstance(other, ref) else NotImplemented

    def __repr__(self):
        """Return the engine's form of it."""
        return "<weakref at 0x1; to '" + type(self._kept).__name__ + "' at 0x1>"


def proxy(kept, callback=None, /):
    """Return the object itself, which is what a proxy that never dies is."""
    return kept


ref.__module__ = "weakref"
ref.__qualname__ = ref.__name__ = "ReferenceType"
# Whoever else has these names takes them from here when it is imported, which nobody did yet.
for _each, _value in (("ref", ref), ("ReferenceType", ref), ("proxy", proxy)):
    if hasattr(_weakref, _each):
        setattr(_weakref, _each, _value)

# ---------------------------------------------------------------- the interpreter's insides


def _subclasses(given, /):
    """Return none: which are alive depends on the collector, and raw types are among them."""
    return []


def getsizeof(given, default=0, /):
    """Refuse: sizes are the machine's, and the engine knows none."""
    raise TypeError("sizes of objects are not available to a strategy")


def _current_frames():
    return {1: sys._getframe(1)}


sys.getsizeof = getsizeof
sys._current_frames = _current_frames
sys._current_exceptions = _fixed({1: None})
for _each in ("settrace", "setprofile", "addaudithook", "setswitchinterval"):
    setattr(sys, _each, refused)
del _module, _each, _value
