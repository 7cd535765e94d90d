package dev.glovebox.host.candidate;

import dev.glovebox.host.identity.Caller;
import dev.glovebox.host.model.CandidateId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Which candidates the log says were withdrawn, and who wants to know. Thread-safe.
 *
 * <p>A row's state is no proof: whoever can write to the database could bring a candidate back. Who
 * starts something with a candidate asks {@link #contains} again after what was started can be
 * found by a listener, so that no withdrawal falls between.
 */
public final class Withdrawals {
  private final Set<CandidateId> withdrawn = ConcurrentHashMap.newKeySet();
  private final List<WithdrawalListener> listeners = new CopyOnWriteArrayList<>();

  Withdrawals() {}

  /** Tells {@code listener} of every later withdrawal. */
  public void tell(WithdrawalListener listener) {
    listeners.add(listener);
  }

  /** Returns whether the candidate was withdrawn. */
  public boolean contains(CandidateId candidate) {
    return withdrawn.contains(candidate);
  }

  void found(CandidateId candidate) {
    withdrawn.add(candidate);
  }

  void add(Caller caller, CandidateId candidate) {
    withdrawn.add(candidate);
    listeners.forEach(listener -> listener.withdrawn(caller, candidate));
  }
}
