package dev.glovebox.strategy;

import java.util.List;

/** All bars with one close time, in instrument order: {@code for (Bar bar : bars)}. Read only. */
public interface Bars extends Iterable<Bar> {
  /** True if the instrument has a bar in this set. */
  boolean contains(String instrument);

  /** Returns the instrument's bar in this set; IllegalArgumentException if it has none. */
  Bar get(String instrument);

  /** Number of bars. */
  int size();

  /** The bars, in instrument order. */
  List<Bar> toList();

  /** The instrument ids of this set, in order. */
  List<String> instruments();
}
