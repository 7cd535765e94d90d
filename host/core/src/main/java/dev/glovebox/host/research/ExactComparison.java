package dev.glovebox.host.research;

import dev.glovebox.host.model.BarSet;
import dev.glovebox.host.model.UntrustedText;
import dev.glovebox.host.run.BookedFill;
import dev.glovebox.host.run.MarkedAccount;
import dev.glovebox.host.run.RunSink;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Compares a run's Decisions with recorded ones while it goes on, byte by byte up to one bar. */
final class ExactComparison implements RunSink {
  private final RecordedDecisions expected;
  private final int last;
  private int compared;
  private volatile Optional<FirstDifference> difference = Optional.empty();

  /** Compares bars 0 to {@code last}. */
  ExactComparison(RecordedDecisions expected, int last) {
    this.expected = expected;
    this.last = last;
  }

  @Override
  public void completed(
      BarSet set, MarkedAccount account, List<BookedFill> fills, byte[] line, int length) {
    if (difference.isEmpty() && compared <= last) {
      byte[] other = expected.line(compared);
      if (!Arrays.equals(other, 0, other.length, line, 0, length)) {
        difference = FirstDifference.ofLines(compared, other, Arrays.copyOf(line, length));
      }
      compared++;
    }
  }

  @Override
  public void logged(List<UntrustedText> more) {}

  /** Whether a difference was found: nothing that follows changes the verdict. */
  boolean decided() {
    return difference.isPresent();
  }

  /** Whether all bars up to the last were compared. */
  boolean whole() {
    return compared > last;
  }

  int compared() {
    return compared;
  }

  Optional<FirstDifference> difference() {
    return difference;
  }
}
