package dev.glovebox.host.model;

import java.util.List;

/** All bars with one close time, in instrument order; at least one. */
public record BarSet(int index, long closeTimeMicros, List<Bar> bars) {
  /** Copies and checks. */
  public BarSet {
    bars = List.copyOf(bars);
    if (bars.isEmpty()) {
      throw new IllegalArgumentException("a bar set holds at least one bar");
    }
  }
}
