package dev.glovebox.host.approval;

import dev.glovebox.host.identity.Caller;
import dev.glovebox.host.model.CandidateId;
import dev.glovebox.host.model.CheckId;
import dev.glovebox.host.model.Page;
import dev.glovebox.host.model.TeamId;
import java.util.Map;
import java.util.Optional;

/** The two gates, as callers see them. Refusals are {@code Refusal}s with a code. */
public interface Approvals {
  /**
   * Returns the files that a reviewer decides on, by name: {@code manifest.json, artifact,
   * prepared, line_map.json, findings.json, strategy_manifest.json}, {@code check.json} if there is
   * a report, {@code previous} and {@code approved} if there are candidates to compare with.
   *
   * @param check empty = the newest report on this candidate, if any
   */
  Map<String, byte[]> bundle(Caller caller, CandidateId candidate, Optional<CheckId> check);

  /** Takes the envelope of gate 1. A refused one changes nothing and is recorded. */
  Approval promote(Caller caller, byte[] envelope);

  /** Takes the envelope of gate 2. A refused one changes nothing and is recorded. */
  Approval grantRun(Caller caller, byte[] envelope);

  /** Returns one approval of the caller's team. */
  Approval find(Caller caller, TeamId team, Gate gate, String id);

  /** Lists the team's approvals, newest first. */
  Page<Approval> list(Caller caller, int pageSize, String pageToken);
}
