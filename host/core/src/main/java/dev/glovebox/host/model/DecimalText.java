package dev.glovebox.host.model;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The canonical text of a figure that often stays the same object from one bar to the next. Not
 * thread-safe.
 */
public final class DecimalText {
  private final AsciiText text = new AsciiText();
  private @Nullable BigDecimal last;

  /** Appends the text of {@code value} to {@code out}. */
  @SuppressWarnings("ReferenceEquality") // an equal figure is only written once more
  public void write(BigDecimal value, AsciiText out) {
    if (value != last) {
      text.clear().decimal(value);
      last = value;
    }
    out.bytes(text.array(), 0, text.length());
  }
}
