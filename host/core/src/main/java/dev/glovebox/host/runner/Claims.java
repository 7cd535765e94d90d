package dev.glovebox.host.runner;

import dev.glovebox.host.approval.RunAdmission.Admitted;
import dev.glovebox.host.clock.Clock;
import dev.glovebox.host.identity.Account;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.model.RunId;
import dev.glovebox.host.payload.Payload;
import dev.glovebox.host.store.Lease;
import java.util.Optional;

/**
 * What a run takes before its worker starts: its row; a gated run also a place under its account's
 * cap, its instrument, its lease, and its grant, last, because a grant is spent once. Thread-safe.
 */
final class Claims implements AutoCloseable {
  private final RunTable runs;
  private final GatedParts gated;
  private final LeaseKeeper leases;
  private final Clock clock;

  Claims(RunTable runs, GatedParts gated, Clock clock) {
    this.runs = runs;
    this.gated = gated;
    this.leases = new LeaseKeeper(gated.leases(), clock);
    this.clock = clock;
  }

  /**
   * What was taken.
   *
   * @param epoch under which the run's row is written
   * @param loss of the lease, which is prolonged from the moment on at which it was taken: to start
   *     a worker may take longer than it is valid
   */
  record Claim(
      RunId run, long epoch, Optional<Lease> lease, LeaseLoss loss, Optional<Admitted> admitted) {}

  /**
   * Takes everything or nothing.
   *
   * @param grant id within the team; empty = none
   * @throws Refusal INSTRUMENT_RUN_CONFLICT, RUNNER_CAP_EXCEEDED, or a code of the gates
   */
  Claim take(RunId run, CheckedRun plan, Payload spec, String grant) {
    RunTable.NewRun row =
        new RunTable.NewRun(
            run,
            plan.owner(),
            plan.spec().mode(),
            plan.spec().artifact(),
            spec.hash(),
            Wiring.FIRST_EPOCH,
            Instants.of(clock));
    if (plan.account().isEmpty()) {
      runs.starting(row);
      return new Claim(
          run, Wiring.FIRST_EPOCH, Optional.empty(), new LeaseLoss(), Optional.empty());
    }
    runs.starting(row, hold(plan, plan.account().get(), grant));
    try {
      return behindTheGates(run, plan, grant);
    } catch (RuntimeException e) {
      runs.neverBegan(run, Wiring.FIRST_EPOCH);
      throw e;
    }
  }

  private static RunTable.Hold hold(CheckedRun plan, Account account, String grant) {
    return new RunTable.Hold(
        account.resourceName(),
        plan.spec().instruments().getFirst().id(),
        plan.artifact().candidate().id().value(),
        grant.isEmpty() ? "" : "teams/" + account.team() + "/grants/" + grant,
        account.runsMax());
  }

  private Claim behindTheGates(RunId run, CheckedRun plan, String grant) {
    Lease lease =
        leases
            .acquire(run, gated.holder())
            .filter(taken -> taken.epoch() == Wiring.FIRST_EPOCH)
            .orElseThrow(
                () -> new Refusal(Code.LEASE_LOST, "the new run's lease is somebody else's"));
    LeaseLoss loss = new LeaseLoss();
    leases.keep(lease, loss::happened);
    try {
      Admitted admitted = gated.admission().admit(grant, plan.grantTerms(), run);
      return new Claim(run, lease.epoch(), Optional.of(lease), loss, Optional.of(admitted));
    } catch (RuntimeException e) {
      leases.release(lease);
      throw e;
    }
  }

  /** Gives the lease back; place and instrument are free once the row says that the run is over. */
  void release(Claim claim) {
    claim.lease().ifPresent(leases::release);
  }

  /** Takes back the row of a run that never began. */
  void neverBegan(Claim claim) {
    runs.neverBegan(claim.run(), claim.epoch());
    release(claim);
  }

  /** Prolongs every lease once. */
  void renew() {
    leases.renew();
  }

  @Override
  public void close() {
    leases.close();
  }
}
