package dev.glovebox.host.app.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The cross of two moving averages as a plain loop over doubles. */
final class PlainLoop {
  private static final int FAST = 10;
  private static final int SLOW = 30;

  private PlainLoop() {}

  /** Returns how many fills the bars of {@code file} bring. */
  static int fills(Path file) throws IOException {
    double[] closes = new double[SLOW + 1];
    double fast = 0;
    double slow = 0;
    double last = 0;
    int fills = 0;
    int bars = 0;
    boolean held = false;
    boolean wanted = false;
    try (BufferedReader rows = Files.newBufferedReader(file, StandardCharsets.US_ASCII)) {
      rows.readLine();
      for (String row = rows.readLine(); row != null; row = rows.readLine()) {
        if (held != wanted) {
          held = wanted;
          fills++;
        }
        int to = row.lastIndexOf(',');
        double close = Double.parseDouble(row.substring(row.lastIndexOf(',', to - 1) + 1, to));
        closes[bars % closes.length] = close;
        bars++;
        fast += close - (bars > FAST ? closes[(bars - 1 - FAST) % closes.length] : 0);
        slow += close - (bars > SLOW ? closes[(bars - 1 - SLOW) % closes.length] : 0);
        double difference = bars < SLOW ? 0 : fast / FAST - slow / SLOW;
        if (difference > 0 && last < 0 && !held) {
          wanted = true;
        } else if (difference < 0 && last > 0 && held) {
          wanted = false;
        }
        last = difference == 0 ? last : difference;
      }
    }
    return fills;
  }
}
