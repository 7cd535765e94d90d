"""The same strategy as a plain loop over floats, for scale.

usage: plain_loop.py BARS.csv    prints: bars seconds-of-CPU fills
"""

import sys
import time


def main(path):
    closes = []
    fast = slow = last = 0.0
    bars = fills = 0
    position = wanted = 0
    with open(path) as rows:
        next(rows)
        for row in rows:
            parts = row.split(",")
            if wanted != position:
                position = wanted
                fills += 1
            close = float(parts[4])
            closes.append(close)
            bars += 1
            fast += close
            slow += close
            if bars > 10:
                fast -= closes[bars - 11]
            if bars > 30:
                slow -= closes[bars - 31]
            if bars >= 30:
                difference = fast / 10 - slow / 30
                if difference > 0 > last and position == 0:
                    wanted = 10
                elif difference < 0 < last and position > 0:
                    wanted = 0
                last = difference or last
    return bars, fills


if __name__ == "__main__":
    seen, filled = main(sys.argv[1])
    print(seen, time.process_time(), filled)
