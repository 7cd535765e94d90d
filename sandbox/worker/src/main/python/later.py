"""Loads parts of the strategy API, and repairs ``abc``, when they are first imported.

Reading all of the API took a good part of a worker's start, and most strategies need little of it.
The texts lie here from the start, so that what is imported does not depend on when.
"""

import _frozen_importlib
import sys

_texts = {}


def offer(name, text):
    """Let ``import name`` run ``text``."""
    _texts[name] = text


class Later:
    """Finds what was offered, after everything else was asked."""

    @staticmethod
    def find_spec(name, path=None, target=None):
        """Return how to load an offered module, None for others."""
        return _frozen_importlib.ModuleSpec(name, Later) if name in _texts else None

    @staticmethod
    def create_module(spec):
        """Leave it to the engine."""

    @staticmethod
    def exec_module(module):
        """Run the text; the module looks like those that were there from the start."""
        name = module.__name__
        module.__spec__ = module.__loader__ = None
        exec(compile(_texts[name], "<" + name + ">", "exec", 0, True), module.__dict__)


# Whether a class counts as one of an abstract class is asked of all classes below that one. Now
# that none are listed, whoever is registered is registered with all above as well.
def _registered(abc, register):
    def register_with_all(cls, subclass):
        """Register a virtual subclass, here and with every abstract class above."""
        for base in cls.__mro__:
            if isinstance(base, abc.ABCMeta):
                register(base, subclass)
        return subclass

    register_with_all.__name__ = register_with_all.__qualname__ = "register"
    return register_with_all


class _Repaired:
    """Loads ``abc`` as its own loader does, and repairs it before anybody registers a class."""

    def __init__(self, own):
        self.own = own

    def create_module(self, spec):
        """Leave it to the own loader."""
        return self.own.create_module(spec)

    def exec_module(self, module):
        """Run the module, then repair it; nobody is asked for it again."""
        self.own.exec_module(module)
        module.__loader__ = module.__spec__.loader = self.own
        module.ABCMeta.register = _registered(module, module.ABCMeta.register)
        if Abstract in sys.meta_path:
            sys.meta_path.remove(Abstract)


class Abstract:
    """Finds ``abc`` before anybody else does."""

    @staticmethod
    def find_spec(name, path=None, target=None):
        """Return how to load ``abc``, None for others."""
        if name != "abc":
            return None
        for finder in sys.meta_path:
            spec = None if finder is Abstract else finder.find_spec(name, path, target)
            if spec is not None:
                spec.loader = _Repaired(spec.loader)
                return spec
        return None


sys.meta_path.insert(0, Abstract)
sys.meta_path.append(Later)
