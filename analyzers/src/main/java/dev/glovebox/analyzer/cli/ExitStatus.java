package dev.glovebox.analyzer.cli;

import dev.glovebox.analyzer.report.FileVerdict;
import dev.glovebox.analyzer.report.Judgement;
import java.util.List;

/** Exit statuses that scripts depend on. */
final class ExitStatus {
  /** Every file is clean. */
  static final int CLEAN = 0;

  /** At least one file is flagged. */
  static final int FLAGGED = 1;

  /** The command was not understood. */
  static final int USAGE = 2;

  /** At least one file could not be judged; stronger than flagged, so that it is never missed. */
  static final int UNKNOWN = 3;

  private ExitStatus() {}

  static int of(List<FileVerdict> verdicts) {
    int status = CLEAN;
    for (FileVerdict verdict : verdicts) {
      int here =
          switch (verdict.judgement()) {
            case Judgement.Analysed _ -> verdict.flagged() ? FLAGGED : CLEAN;
            case Judgement.Unreadable _ -> UNKNOWN;
          };
      status = Math.max(status, here);
    }
    return status;
  }
}
