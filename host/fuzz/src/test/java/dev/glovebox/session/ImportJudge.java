package dev.glovebox.session;

import dev.glovebox.proto.worker.v1.HelperResponse;
import dev.glovebox.proto.worker.v1.ImportRequest;
import java.util.List;

/** Asks the host's own checks about an answer of the importer. */
public final class ImportJudge {
  private ImportJudge() {}

  /** Fails unless the host would take the frames as the answer to {@code wanted}. */
  public static void mustTake(ImportRequest wanted, List<HelperResponse> frames) {
    try {
      if (wanted.getForm().equals("ticks")) {
        TickChecks checks = new TickChecks();
        for (HelperResponse frame : frames.subList(0, frames.size() - 1)) {
          var _ = checks.rows(frame.getImportedTicks());
        }
        var _ = checks.summary(frames.getLast().getImportDone());
        return;
      }
      BarChecks checks = new BarChecks(wanted.getIntervalSeconds());
      for (HelperResponse frame : frames.subList(0, frames.size() - 1)) {
        var _ = checks.rows(frame.getImportedBars());
      }
      var _ = checks.summary(frames.getLast().getImportDone());
    } catch (HelperException e) {
      throw new AssertionError("the host refuses what the importer gives: " + e.what(), e);
    }
  }
}
