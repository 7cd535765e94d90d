package dev.glovebox.host.model;

import java.util.Locale;

/** An order's name within its run, derived from the intent's sequence: {@code o-000017}. */
public record OrderKey(int sequence) {
  /** Checks that the sequence is at least 1. */
  public OrderKey {
    if (sequence < 1) {
      throw new IllegalArgumentException("order sequences start at 1");
    }
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "o-%06d", sequence);
  }
}
