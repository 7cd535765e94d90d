import os  # PY302
import sys, socket  # PY302
import numpy as np  # PY301
import java  # PY306
from posix import system  # PY306
from ctypes import CDLL  # PY302
from enum import sys as s  # PY303
from statistics import random  # PY303
from math import *  # PY304
from . import sibling  # PY305
from .. import other  # PY305
from dataclasses import make_dataclass  # PY303
from functools import singledispatch  # PY303
from operator import attrgetter, methodcaller  # PY303
from typing import get_type_hints  # PY303
import collections
import statistics
import math as m
import importlib.util  # PY302
import unheard.of  # PY301

statistics.random.random()  # PY303
collections._sys.exit()  # PY303
collections.abc.sys  # PY303
modules = [m]  # PY114
np.array([1])
def f(module=statistics):  # PY114
    import subprocess  # PY302
    return module
