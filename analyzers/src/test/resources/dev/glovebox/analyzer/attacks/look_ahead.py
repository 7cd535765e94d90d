import statistics

from glovebox import Strategy

PLAN = "0011101001110001011100010101110001110101"
MASK = 0x1F3A55AA1234567
TAPE = (101.2, 101.9, 102.4, 101.7, 103.3, 104.0, 103.1, 102.2)
TEXT = "185.6,184.2,181.9,181.1,185.5,185.1,186.1,185.5,185.9,183.6,182.6,188.6,191.5,193.8,195.1,194.5"  # PY606
ROWS = [("2024-01-02", 185.64), ("2024-01-03", 184.25), ("2024-01-04", 181.91), ("2024-01-05", 181.18)]  # PY606
DAYS = {"2024-01-02": 185.64, "2024-01-03": 184.25, "2024-01-04": 181.91, "2024-01-05": 181.18}  # PY606
CENTS = [18764, 18790, 18710, 18850, 18920, 18800, 18930, 19010, 18950, 19120, 19100, 19250, 19180, 19300, 19290, 19400]  # PY606
TABLE = [[1, 10.1, 10.4], [2, 10.2, 10.5], [3, 10.0, 10.3], [4, 10.4, 10.6], [5, 10.3, 10.2], [6, 10.5, 10.7], [7, 10.2, 10.4], [8, 10.6, 10.9]]  # PY606
NOISE = [3, -1, 4, -1, 5, -9, 2, -6, 5, -3, 5, -8, 9, -7, 9, -3, 2, -3, 8, -4, 6, -2, 6, -4, 3, -3, 8, -3, 2, -7, 9, -5, 0, -2, 8, -8, 4, -1, 9, -7, 1, -6, 9, -3, 9, -9, 3, -7, 5, -1, 0, -5, 8, -2, 0, -9, 7, -4, 9, -4, 4, -5, 9, -2]  # PY608
MEAN = statistics.fmean(TAPE)  # PY605
TOP, SUM = max(TAPE), sum(TAPE) / len(TAPE)  # PY605


def lag(values, n):
    return values[n:] + [None] * n


def centred(values, i):
    return sum(values[i - 2 : i + 3]) / 5  # PY603


def smooth(values, i, k=2):
    return sum(values[max(0, i - k) : min(len(values), i + k + 1)])  # PY603


class Ahead(Strategy):
    def __init__(self, horizon=3):
        self.i, self.horizon, self.frame, self.all = -1, horizon, None, []

    def on_bar(self, ctx, bar):
        self.i += 1
        self.all.append(bar)
        at = ctx.bar_index
        following = at + 1
        a = self.frame["close"].shift(-1)  # PY601
        a = self.frame.close.shift(periods=-self.horizon)  # PY601
        a = self.frame.pct_change(-1).bfill()  # PY601
        a = lag(list(ctx.closes(9)), -1)  # PY601
        a = ctx.history(-5)  # PY601
        a = TAPE[self.i + 1]  # PY602
        a = self.all[at + 1].close  # PY602
        a = self.all[following]  # PY602
        a = self.all[at + 1 :]  # PY602
        a = TAPE[: self.i + 3]  # PY602
        a = ctx.next_bar.close  # PY602
        a = self.frame.iloc[self.horizon + 1]  # PY602
        a = self.frame.data.close[1]  # PY602
        a = self.frame.rolling(11, center=True)  # PY603
        a = self.frame["close"].max()  # PY605
        a = self.frame.close.mean()  # PY605
        a = (self.frame - self.frame.mean()) / self.frame.std()  # PY605
        a = PLAN[ctx.bar_index]  # PY607
        a = MASK >> ctx.bar_index & 1  # PY607
        a = {0: 1, 1: 2, 2: 1, 3: 2, 4: 1, 5: 2, 6: 1, 7: 2}.get(at)  # PY607
        a = {0: "B", 5: "S", 9: "B"}.get(at)  # PY607
        closes = ctx.closes(40)
        signals = [0] * len(closes)
        for i in range(3, len(closes) - 3):
            signals[i] = 1 if closes[i + 1] > closes[i] else 0  # PY604
            a = max(closes[i - 3 : i + 4])  # PY604
            if closes[i + 1] > closes[i]:  # PY604
                ctx.buy(1)
        a = centred(self.all, 2) + smooth(self.all, 2)
