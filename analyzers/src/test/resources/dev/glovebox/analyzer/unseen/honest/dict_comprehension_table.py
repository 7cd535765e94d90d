from string import ascii_uppercase

from glovebox import Strategy

EDGES = [-0.03, -0.01, -0.002, 0.002, 0.01, 0.03]
SCORES = {letter: i - 3 for i, letter in enumerate(ascii_uppercase[:7])}


class Symbolic(Strategy):
    """Bars as letters; a word of them decides."""

    def __init__(self, word=4, threshold=2):
        self.word, self.threshold = word, threshold
        self.text = ""

    def letter(self, move):
        return ascii_uppercase[sum(move > e for e in EDGES)]

    def on_bar(self, ctx, bar):
        self.text = (self.text + self.letter(bar.close / bar.open - 1))[-self.word :]
        score = sum(SCORES[c] for c in self.text)
        ctx.target(3 if score >= self.threshold else 0)
