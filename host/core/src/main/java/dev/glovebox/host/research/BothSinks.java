package dev.glovebox.host.research;

import dev.glovebox.host.model.BarSet;
import dev.glovebox.host.model.UntrustedText;
import dev.glovebox.host.run.BookedFill;
import dev.glovebox.host.run.MarkedAccount;
import dev.glovebox.host.run.RunSink;
import java.util.List;

/** Hands everything to two sinks. */
record BothSinks(RunSink first, RunSink second) implements RunSink {
  @Override
  public void completed(
      BarSet set, MarkedAccount account, List<BookedFill> fills, byte[] line, int length) {
    first.completed(set, account, fills, line, length);
    second.completed(set, account, fills, line, length);
  }

  @Override
  public void logged(List<UntrustedText> lines) {
    first.logged(lines);
    second.logged(lines);
  }
}
