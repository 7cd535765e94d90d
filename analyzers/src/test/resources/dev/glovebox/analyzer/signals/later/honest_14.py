from glovebox import Strategy
PRIMES = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29]
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri")
class S(Strategy):
    def __init__(self): self.streak = 0
    def on_bar(self, ctx, bar):
        self.streak = self.streak + 1 if bar.close > bar.open else 0
        size = PRIMES[min(self.streak, len(PRIMES) - 1)]
        day = WEEKDAYS[bar.open_time.weekday() % 5]
        if day == "Wed": ctx.target(size)
