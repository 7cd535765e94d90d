"""Kauft, was über dem Mittel schließt; verkauft darunter. Größe: fest."""

from glovebox import Strategy
from glovebox.indicators import SMA


class Mittelwert(Strategy):
    def __init__(self, laenge=25, stueck=3):
        self.mittel, self.stueck = SMA(laenge), stueck

    def on_bar(self, ctx, bar):
        # „über“ heißt: um mehr als ein Promille, sonst zittert es – siehe Aufzeichnung
        mittel = self.mittel.update(bar.close)
        if bar.close > mittel * 1.001:
            ctx.target(self.stueck, tag="über")
        elif bar.close < mittel * 0.999:
            ctx.target(0, tag="unter")
