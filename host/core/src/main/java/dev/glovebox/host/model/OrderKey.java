package dev.glovebox.host.model;

/** An order's name within its run, derived from the intent's sequence: {@code o-000017}. */
public record OrderKey(int sequence) {
  static final int DIGITS_MIN = 6;

  /** From here on a sequence has more digits than are padded to. */
  static final int SEQUENCE_PADDED_BELOW = 1_000_000;

  /** Checks that the sequence is at least 1. */
  public OrderKey {
    if (sequence < 1) {
      throw new IllegalArgumentException("order sequences start at 1");
    }
  }

  @Override
  public String toString() {
    return sequence < SEQUENCE_PADDED_BELOW
        ? "o-".concat(Integer.toString(SEQUENCE_PADDED_BELOW + sequence).substring(1))
        : "o-" + sequence;
  }
}
