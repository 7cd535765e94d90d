"""Makes the guest's world the same in every process: clock, randomness, identity of the machine.

The builtin singleton modules are changed in place; putting other modules into ``sys.modules`` would
be no boundary, since the originals come back by many ways. Nothing here may keep a reference to an
original in a closure, a default or a global: a candidate could read it there.
"""

import _posixsubprocess
import _random
import _signal
import _thread
import posix
import sys
import time
from _sha2 import sha256

_now = [0]
_draws = [b"", 0]


def set_clock(micros):
    """Set what every clock shows: microseconds since 1970."""
    _now[0] = micros


def set_seed(seed):
    """Start every source of randomness anew."""
    _draws[0] = b"glovebox guest 1 " + str(seed).encode()
    _draws[1] = 0


def _bytes(size):
    if size < 0:
        raise ValueError("negative argument not allowed")
    block = b""
    while len(block) < size:
        block += sha256(_draws[0] + b" " + str(_draws[1]).encode()).digest()
        _draws[1] += 1
    return block[:size]


# ---------------------------------------------------------------- randomness


class Random(_random.Random):
    """The engine's generator, seeded from the run when no seed is given."""

    def __init__(self, *given):
        self.seed(*given[:1])

    def seed(self, a=None):
        """Seed from ``a``, or from the run."""
        if a is None:
            a = int.from_bytes(_bytes(16), "big")
        super().seed(a)


Random.__module__ = "_random"
Random.__qualname__ = "Random"
_random.Random = Random
del Random


def urandom(size, /):
    """Return ``size`` bytes drawn from the run's seed."""
    return _bytes(size)


posix.urandom = urandom

# ---------------------------------------------------------------- clock

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)


def _days_from_civil(year, month, day):
    year += (month - 1) // 12
    month = (month - 1) % 12 + 1
    if month <= 2:
        year -= 1
    era = year // 400
    of_era = year - era * 400
    of_year = (153 * (month + (-3 if month > 2 else 9)) + 2) // 5 + day - 1
    return era * 146_097 + of_era * 365 + of_era // 4 - of_era // 100 + of_year - 719_468


def _broken_down(seconds):
    days, rest = divmod(int(seconds // 1), 86_400)
    shifted = days + 719_468
    era = shifted // 146_097
    of_era = shifted - era * 146_097
    year = (of_era - of_era // 1460 + of_era // 36_524 - of_era // 146_096) // 365
    of_year = of_era - (365 * year + year // 4 - year // 100)
    shifted_month = (5 * of_year + 2) // 153
    day = of_year - (153 * shifted_month + 2) // 5 + 1
    month = shifted_month + (3 if shifted_month < 10 else -9)
    year = year + era * 400 + (1 if month <= 2 else 0)
    return time.struct_time(
        (
            year, month, day, rest // 3600, rest // 60 % 60, rest % 60, (days + 3) % 7,
            days - _days_from_civil(year, 1, 1) + 1, 0, "UTC", 0,
        )
    )


def _seconds():
    return _now[0] / 1_000_000


def _nanos():
    return _now[0] * 1000


def gmtime(secs=None, /):
    """Return the broken-down UTC time of ``secs`` seconds, or of the current bar's close."""
    return _broken_down(_now[0] // 1_000_000 if secs is None else secs)


def mktime(t, /):
    """Return the seconds since 1970 of a UTC time tuple."""
    days = _days_from_civil(t[0], t[1], t[2])
    return float(days * 86_400 + t[3] * 3600 + t[4] * 60 + t[5])


def asctime(t=None, /):
    """Return for example 'Sun Jun 20 23:21:05 1993'."""
    t = gmtime() if t is None else t
    return "%s %s %2d %02d:%02d:%02d %d" % (
        _DAYS[t[6]][:3], _MONTHS[t[1] - 1][:3], t[2], t[3], t[4], t[5], t[0],
    )


def ctime(secs=None, /):
    """Return ``asctime(gmtime(secs))``."""
    return asctime(gmtime(secs))


def _iso_week(t):
    weekday = t[6]
    week = (t[7] - 1 - weekday + 10) // 7
    year = t[0]
    if week < 1:
        year -= 1
        week = _weeks(year)
    elif week > _weeks(year):
        year += 1
        week = 1
    return year, week


def _weeks(year):
    first = (_days_from_civil(year, 1, 1) + 3) % 7
    last = (_days_from_civil(year, 12, 31) + 3) % 7
    return 53 if first == 3 or last == 3 else 52


def _field(mark, t):
    if mark == "Y":
        return str(t[0])
    if mark in "mdHMSyj":
        at, modulus = {"m": (1, 0), "d": (2, 0), "H": (3, 0), "M": (4, 0), "S": (5, 0),
                       "y": (0, 100), "j": (7, 0)}[mark]
        value = t[at] % modulus if modulus else t[at]
        return str(value).rjust(3 if mark == "j" else 2, "0")
    if mark == "I":
        return str((t[3] + 11) % 12 + 1).rjust(2, "0")
    if mark == "e":
        return str(t[2]).rjust(2)
    if mark in "aA":
        return _DAYS[t[6]] if mark == "A" else _DAYS[t[6]][:3]
    if mark in "bBh":
        return _MONTHS[t[1] - 1] if mark == "B" else _MONTHS[t[1] - 1][:3]
    if mark == "p":
        return "AM" if t[3] < 12 else "PM"
    if mark == "w":
        return str((t[6] + 1) % 7)
    if mark == "u":
        return str(t[6] + 1)
    if mark in "UW":
        offset = (t[6] + 1) % 7 if mark == "U" else t[6]
        return str((t[7] - 1 + 7 - offset) // 7).rjust(2, "0")
    if mark in "GV":
        year, week = _iso_week(t)
        return str(year) if mark == "G" else str(week).rjust(2, "0")
    return {"Z": "UTC", "z": "+0000", "%": "%", "n": "\n", "t": "\t"}.get(mark, "%" + mark)


_COMPOUND = {
    "c": "%a %b %e %H:%M:%S %Y", "x": "%m/%d/%y", "X": "%H:%M:%S", "D": "%m/%d/%y",
    "T": "%H:%M:%S", "R": "%H:%M", "F": "%Y-%m-%d", "r": "%I:%M:%S %p",
}


def strftime(format, t=None, /):
    """Format a UTC time tuple, or the current bar's close."""
    t = gmtime() if t is None else t
    text = ""
    at = 0
    while at < len(format):
        mark = format[at + 1 : at + 2]
        if format[at] != "%" or not mark:
            text += format[at]
            at += 1
            continue
        text += strftime(_COMPOUND[mark], t) if mark in _COMPOUND else _field(mark, t)
        at += 2
    return text


def clock_gettime(clock, /):
    """Return the current bar's close in seconds."""
    return _seconds()


def clock_gettime_ns(clock, /):
    """Return the current bar's close in nanoseconds."""
    return _nanos()


def sleep(seconds, /):
    """Refuse: time passes only from bar to bar."""
    raise PermissionError(1, "a strategy cannot sleep: time passes only from bar to bar")


def tzset():
    """Do nothing: the zone is UTC."""


for _name in ("time", "monotonic", "perf_counter", "process_time", "thread_time"):
    setattr(time, _name, _seconds)
    setattr(time, _name + "_ns", _nanos)
for _given in (
    gmtime, mktime, asctime, ctime, strftime, sleep, tzset, clock_gettime, clock_gettime_ns,
):
    setattr(time, _given.__name__, _given)
time.localtime = gmtime
time.timezone = time.altzone = time.daylight = 0
time.tzname = ("UTC", "UTC")

# ---------------------------------------------------------------- machine and process


def _fixed(value):
    def read(*given, **named):
        return value

    return read


def refused(*given, **named):
    """Refuse: a strategy has no process, no files and no signals."""
    raise PermissionError(1, "not available to a strategy")


for _name, _value in (
    ("getpid", 1), ("getppid", 0), ("getpgid", 1), ("getpgrp", 1), ("getsid", 1), ("getuid", 65534),
    ("getgid", 65534), ("getgroups", []), ("cpu_count", 1), ("getloadavg", (0.0, 0.0, 0.0)),
    ("getcwd", "/"), ("getcwdb", b"/"), ("umask", 18), ("isatty", False),
    ("ctermid", "/dev/tty"), ("sysconf", -1),
    ("get_terminal_size", posix.terminal_size((80, 24))),
    ("uname", posix.uname_result(("Linux", "worker", "0", "0", "x86_64"))),
):
    setattr(posix, _name, _fixed(_value))
for _name in (
    "system", "execv", "kill", "killpg", "waitpid", "setpgid", "setpgrp", "setsid", "openpty",
    "pipe", "read", "dup", "dup2", "close", "chdir", "fchdir", "symlink", "link", "open", "mkdir",
    "rmdir", "remove", "unlink", "rename", "replace", "putenv", "unsetenv", "truncate", "ftruncate",
    "chmod", "fchmod", "chown", "lchown", "fchown", "utime", "statvfs", "fstatvfs", "set_blocking",
    "set_inheritable", "_exit", "abort",
):
    if hasattr(posix, _name):
        setattr(posix, _name, refused)
posix.register_at_fork = _fixed(None)
_posixsubprocess.fork_exec = refused
posix.environ.clear()
posix.environ[b"HOME"] = b"/"
for _name in ("alarm", "setitimer", "signal", "raise_signal", "set_wakeup_fd", "siginterrupt"):
    if hasattr(_signal, _name):
        setattr(_signal, _name, refused)
_thread.get_ident = _fixed(1)
_thread.get_native_id = _fixed(1)
for _name in ("start_new_thread", "start_new", "interrupt_main"):
    setattr(_thread, _name, refused)

# ---------------------------------------------------------------- the engine's own modules

for _module, _names in (
    (
        "__graalpython__",
        "startup_nano startup_wall_clock_ts time_millis get_current_rss get_max_process_count"
        " read_file run_path extend build_java_class executable_list venvlauncher_command which"
        " blackhole storage_to_native_primitive create_arrow_py_capsule get_python_home_paths"
        " replicate_extensions_in_venv java_assert dis sys",
    ),
    (
        "polyglot",
        "eval import_value export_value storage"
        " interop_behavior interop_type gil_locked_during_interop get_registered_interop_behavior",
    ),
    ("_polyglot", "interop_behavior interop_type gil_locked_during_interop polyglot"),
    ("_polyglot_time", "polyglot"),
):
    for _name in _names.split():
        if hasattr(sys.modules[_module], _name):
            delattr(sys.modules[_module], _name)

# ---------------------------------------------------------------- interpreter


def setrecursionlimit(limit, /):
    """Do nothing: the limit belongs to the run."""


sys.setrecursionlimit = setrecursionlimit
sys.version = "3.12.8 (main, Jan  1 2026, 00:00:00) [Graal]"
sys.executable = sys._base_executable = ""
sys.argv = ["strategy"]
sys.orig_argv = ["strategy"]
for _name in ("prefix", "base_prefix", "exec_prefix", "base_exec_prefix"):
    setattr(sys, _name, "/python")


class _Log:
    """What print writes to: the run's log, unbuffered, so that nothing is lost or out of order."""

    encoding = "utf-8"
    errors = "backslashreplace"
    newlines = None
    closed = False
    name = "<log>"
    mode = "w"

    def write(self, text):
        """Write text; a line ends at a newline."""
        posix.write(1, text.encode("utf-8", "backslashreplace"))
        return len(text)

    def writelines(self, lines):
        """Write each text."""
        for line in lines:
            self.write(line)

    def flush(self):
        """Do nothing: nothing is held back."""

    def isatty(self):
        """Return False."""
        return False

    def writable(self):
        """Return True."""
        return True

    def readable(self):
        """Return False."""
        return False


sys.stdout = sys.stderr = sys.__stdout__ = sys.__stderr__ = _Log()
del _name, _value, _given, _module, _names
