package dev.glovebox.host.report.page;

import java.util.ArrayList;
import java.util.List;

/**
 * Evenly spaced members of a sequence whose length is not known: each time it is full, every second
 * one goes. The first always stays. Not thread-safe.
 */
final class Sample<T> {
  private final int most;
  private final List<T> kept = new ArrayList<>();
  private long stride = 1;
  private long seen;

  /** Keeps at most {@code most}, at least 2. */
  Sample(int most) {
    this.most = most;
  }

  void add(T member) {
    if (seen++ % stride == 0) {
      kept.add(member);
      if (kept.size() > most) {
        thin();
      }
    }
  }

  List<T> members() {
    return List.copyOf(kept);
  }

  long seen() {
    return seen;
  }

  boolean isWhole() {
    return stride == 1;
  }

  private void thin() {
    for (int i = 0; 2 * i < kept.size(); i++) {
      kept.set(i, kept.get(2 * i));
    }
    kept.subList((kept.size() + 1) / 2, kept.size()).clear();
    stride *= 2;
  }
}
