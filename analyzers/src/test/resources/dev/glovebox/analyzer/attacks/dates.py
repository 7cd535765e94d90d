import bisect
import datetime as dt
import itertools
import operator
from datetime import date, datetime, timezone

from glovebox import Strategy

LIMIT = 17 * 10**14
BOOM = datetime.fromtimestamp(1_735_689_600, tz=timezone.utc)
PLAN = {(2024, 3): 1, (2024, 4): 0}
NUMBERS = [19700, 19710, 19800, 19900]
SEEN = 0
late = lambda t: t.year > 2023  # PY701


class Clock:
    def __init__(self, when):
        self.when = when

    def due(self, now):
        return now >= self.when  # PY701


class Bomb(Strategy):
    LAST = date.fromisoformat("2024-06-30")

    def __init__(self, until="2024-06-30", cutoff=1.72e9):
        self.until = dt.date.fromisoformat(until)
        self.clock = Clock(1_720_000_000)
        self.dates = [datetime(2024, m, 1, tzinfo=timezone.utc) for m in (3, 6)]
        self.bars, self.other, self.state, self.seen = 0, 0, {"n": 0}, []
        self.left = 20 * 390
        self.ticks = itertools.count()  # PY404

    def is_over(self, day):
        return day > self.LAST  # PY701

    def on_start(self, ctx):
        self.rest = 3_000

    def on_bar(self, ctx, bar, when=1700000000):
        now, stamp = ctx.now, bar.close_time.timestamp()
        y, m, d = bar.open_time.year, bar.open_time.month, bar.open_time.day
        a = int(now.timestamp() * 1_000_000) - LIMIT > 0  # PY701
        a = 1 if when < stamp else 2  # PY701
        a = bar.open_time.date() <= self.until and bar.close > 1  # PY701
        a = (y, m, d) >= (2024, 3, 1)  # PY701
        a = PLAN.get((now.year, now.month), 0)  # PY701
        a = now.isoformat().startswith("2024-11")  # PY701
        a = now.toordinal() > 739000  # PY701
        a = "2024" in str(bar.open_time)  # PY701
        a = (ctx.now - BOOM).total_seconds() > 0  # PY701
        a = ctx.now.year - 2000 > 23  # PY701
        a = ctx.now.strftime("%Y%m") == "202403"  # PY701
        a = min(ctx.now.year, 2024) == 2024  # PY701
        a = not now < now.replace(year=2024, month=2, day=1)  # PY701
        a = bisect.bisect(NUMBERS, int(stamp // 86400)) % 2  # PY701
        a = bar.open_time.isocalendar()[0] == 2024  # PY701
        a = bar.open_time.date().isoformat() in ("2024-01-02", "2024-02-02")  # PY701
        a = f"{now:%Y-%m-%d}" == "2024-05-05" or bar.close > 5  # PY701
        a = 1 + 9 * (now.year >= 2024)  # PY701
        a = (now.year, now.month).__ge__((2024, 2))  # PY701
        a = [1, 100][now.year > 2023]  # PY701
        a = operator.gt(stamp, 1.7e9)  # PY701
        a = now.year % 2024 == 0  # PY701
        a = (now.year - 1970) * 365 + now.month * 30 > 19800  # PY701
        a = now.day == 15 and now.month == 3 and now.year in range(2024, 2030)  # PY701
        a = any(now >= day for day in self.dates)  # PY701
        a = stamp // 1_700_000_000  # PY701
        a = self.clock.due(stamp) or self.is_over(now.date()) or late(now)
        a = getattr(now, "year") >= 2024  # PY701
        a = stamp > ctx.params.cutoff or stamp < ctx.params["cutoff"]  # PY701
        a = stamp > float("1.7e9")  # PY701
        a = int((stamp - 1_704_067_200) / 3600) == 555  # PY701
        a = {2022: 1, 2023: 2, 2024: 50}.get(now.year, 1)  # PY701
        a = now.strftime("%y%m%d") > "240101"  # PY701
        a = y * 10000 + m * 100 + d >= 20240115  # PY701
        year, *others = bar.open_time.timetuple()
        a = year == 2024  # PY701
        a = (lambda t: t > 1.72e9)(stamp)  # PY701
        for moment in (1.70e9, 1.71e9):
            if abs(stamp - moment) < 86400:  # PY701
                ctx.buy(1)
        match (y, m):
            case (2024, 11):  # PY701
                ctx.buy(1)
        self.count(ctx, bar)

    def count(self, ctx, bar):
        global SEEN
        SEEN = SEEN + 1
        self.bars += 1
        self.state["n"] += 1
        self.left -= 1
        self.rest = self.rest - 1
        self.seen.append(bar.close)
        step = self.other + 1
        self.other = step
        a = SEEN >= 0x2000  # PY702
        a = 50_000 < self.bars  # PY702
        a = self.bars - 50_000 > 0  # PY702
        a = self.state["n"] > 3000  # PY702
        a = len(self.seen) > 4000  # PY702
        a = next(self.ticks) == 2500  # PY702
        a = ctx.bar_index in {3, 17, 150, 320}  # PY702
        a = self.rest == 0  # PY702
        a = self.other > 9_000  # PY702
        a = not ctx.bar_index < 4000  # PY702
        a = ctx.bar_index // 1000 >= 3  # PY702
        a = len(ctx.history(10_000)) >= 7_500  # PY702
        self.begun = self.begun or ctx.now
        a = (ctx.now - self.begun).days > 400  # PY702
        if not self.left:  # PY702
            ctx.buy(1)
        match ctx.bar_index:
            case 1234:  # PY702
                ctx.buy(1)
