"""A rotating phasor: the phase of the dominant cycle."""

import cmath
import math

from glovebox import Strategy


class Phasor(Strategy):
    def __init__(self, period=24):
        self.period = period
        self.turn = cmath.exp(-2j * math.pi / period)
        self.state = 0j

    def on_bar(self, ctx, bar):
        moves = ctx.closes(2)
        if len(moves) < 2:
            return
        self.state = self.state * self.turn * 0.98 + (moves[1] / moves[0] - 1)
        phase = cmath.phase(self.state)
        ctx.target(4 if -math.pi / 2 < phase < 0 else 0)
