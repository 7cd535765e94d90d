package dev.glovebox.host.candidate;

import dev.glovebox.host.model.CandidateId;
import dev.glovebox.host.model.CheckId;
import dev.glovebox.host.model.Json;
import dev.glovebox.host.model.Sha256;
import java.util.Optional;

/**
 * Reports of honesty checks, kept and recorded. What is found was compared with the log and hashed
 * again; a row that the log does not vouch for is refused with AUDIT_ROLLED_BACK.
 */
public interface CheckReports {
  /** Largest report, in bytes of its canonical form. */
  int REPORT_BYTES_MAX = 256 * 1024;

  /** Keeps the content as a payload, then records it, then inserts its row. */
  CheckReport keep(Finished finished);

  /** Returns one report. */
  Optional<CheckReport> find(CheckId id);

  /** Returns the newest report on a candidate. */
  Optional<CheckReport> newest(CandidateId candidate);

  /** Checks that have just ended. */
  record Finished(
      CheckId id,
      CandidateId candidate,
      String owner,
      Sha256 artifact,
      Sha256 prepared,
      Sha256 runSpec,
      Sha256 series,
      CheckReport.Overall overall,
      Json.Obj content) {}
}
