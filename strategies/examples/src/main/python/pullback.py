"""Waits for a rise, then for a pullback, then for the turn: a state machine."""

from dataclasses import dataclass, replace
from enum import Enum

from glovebox import Strategy
from glovebox.indicators import EMA


class Phase(Enum):
    """What it waits for."""

    RISE = "rise"
    PULLBACK = "pullback"
    TURN = "turn"
    EXIT = "exit"


@dataclass(frozen=True)
class State:
    phase: Phase = Phase.RISE
    high: float = 0.0
    low: float = 0.0
    bars: int = 0


class Pullback(Strategy):
    """Each phase has one way on; too long in one of them, and it starts again."""

    def __init__(self, trend=20, dip=0.03, turn=0.01, patience=15, size=25):
        self.ema = EMA(trend)
        self.dip, self.turn, self.patience, self.size = dip, turn, patience, size
        self.state = State()

    def on_bar(self, ctx, bar):
        ema = self.ema.update(bar.close)
        state = replace(self.state, bars=self.state.bars + 1)
        match state.phase:
            case Phase.RISE if bar.close > ema:
                state = State(Phase.PULLBACK, high=bar.close)
            case Phase.PULLBACK if bar.close < state.high * (1 - self.dip):
                state = State(Phase.TURN, low=bar.close)
            case Phase.PULLBACK:
                state = replace(state, high=max(state.high, bar.close))
            case Phase.TURN if bar.close > state.low * (1 + self.turn):
                ctx.buy(self.size, tag="turn")
                state = State(Phase.EXIT)
            case Phase.TURN:
                state = replace(state, low=min(state.low, bar.close))
            case Phase.EXIT if state.bars > self.patience or bar.close < ema:
                ctx.close(tag="below the trend" if bar.close < ema else "long enough")
                state = State()
        self.state = State() if state.bars > 2 * self.patience else state
