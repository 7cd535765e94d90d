package dev.glovebox.analyzer.words;

import java.util.Locale;
import java.util.NavigableSet;
import java.util.Optional;

/** Which known name a misspelt one was meant to be. */
public final class Spelling {
  private static final int LENGTH_MAX = 64;

  private Spelling() {}

  /** The nearest of {@code known}; empty if none is near. */
  public static Optional<String> nearest(String name, NavigableSet<String> known) {
    if (name.length() > LENGTH_MAX) {
      return Optional.empty();
    }
    int best = Math.max(1, name.length() / 3) + 1;
    Optional<String> found = Optional.empty();
    for (String word : known) {
      if (Math.abs(name.length() - word.length()) >= best) {
        continue;
      }
      int away = distance(name.toLowerCase(Locale.ROOT), word.toLowerCase(Locale.ROOT));
      if (away < best) {
        best = away;
        found = Optional.of(word);
      }
    }
    return found;
  }

  // Letters changed, left out, put in, or exchanged with their neighbour.
  private static int distance(String a, String b) {
    int[][] rows = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          rows[i][j] = i + j;
          continue;
        }
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        rows[i][j] =
            Math.min(Math.min(rows[i - 1][j] + 1, rows[i][j - 1] + 1), rows[i - 1][j - 1] + change);
        boolean exchanged =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        if (exchanged) {
          rows[i][j] = Math.min(rows[i][j], rows[i - 2][j - 2] + 1);
        }
      }
    }
    return rows[a.length()][b.length()];
  }
}
