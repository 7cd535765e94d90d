package dev.glovebox.host.research;

import dev.glovebox.host.model.BarSet;
import dev.glovebox.host.model.UntrustedText;
import dev.glovebox.host.run.BookedFill;
import dev.glovebox.host.run.MarkedAccount;
import dev.glovebox.host.run.RunSink;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The Decisions of one run, line by line, until {@link #full}. Written by the run's thread; read by
 * others once the run is over.
 */
final class RecordedDecisions implements RunSink {
  private final long bytesMax;
  private final List<byte[]> lines = new ArrayList<>();
  private long bytes;

  RecordedDecisions(long bytesMax) {
    this.bytesMax = bytesMax;
  }

  @Override
  public void completed(
      BarSet set, MarkedAccount account, List<BookedFill> fills, byte[] line, int length) {
    lines.add(Arrays.copyOf(line, length));
    bytes += length;
  }

  @Override
  public void logged(List<UntrustedText> more) {}

  /** Whether no more should be recorded. */
  boolean full() {
    return bytes >= bytesMax;
  }

  int size() {
    return lines.size();
  }

  /** Returns the line of bar {@code index}, with its LF; the caller must not change it. */
  byte[] line(int index) {
    return lines.get(index);
  }
}
