package dev.glovebox.host.candidate;

import dev.glovebox.host.identity.Caller;
import dev.glovebox.host.model.CandidateId;

/** Is told when a candidate was taken out of use, after its record and its row. */
@FunctionalInterface
public interface WithdrawalListener {
  /**
   * Ends what the candidate still does; returns when that is over or under way. May be told twice.
   */
  void withdrawn(Caller caller, CandidateId candidate);
}
