package dev.glovebox.host.runner;

import dev.glovebox.host.candidate.PreparedArtifacts;
import dev.glovebox.host.candidate.PreparedArtifacts.PreparedArtifact;
import dev.glovebox.host.identity.Account;
import dev.glovebox.host.identity.Caller;
import dev.glovebox.host.identity.Role;
import dev.glovebox.host.market.Series;
import dev.glovebox.host.market.SeriesLibrary;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Instrument;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.risk.Limits;
import dev.glovebox.host.venue.Costs;
import dev.glovebox.jail.Tier;
import dev.glovebox.jail.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Turns a RunSpec into a checked run with everything that it names, or refuses it. */
final class RunPlanner {
  private final PreparedArtifacts artifacts;
  private final SeriesLibrary series;
  private final LimitsBook limits;
  private final Workers workers;
  private final AccountBook accounts;

  RunPlanner(
      PreparedArtifacts artifacts,
      SeriesLibrary series,
      LimitsBook limits,
      Workers workers,
      AccountBook accounts) {
    this.artifacts = artifacts;
    this.series = series;
    this.limits = limits;
    this.workers = workers;
    this.accounts = accounts;
  }

  CheckedRun plan(Caller caller, RunSpec spec) {
    List<Instrument> instruments = SpecChecks.instruments(spec);
    mustSuffice(workers.tier(), spec);
    Limits found =
        limits
            .find(spec.limits())
            .orElseThrow(
                () -> new Refusal(Code.LIMITS_MISSING, "the host has no limits of that hash"));
    Optional<Account> account = spec.account().id().map(name -> account(caller, spec, name));
    PreparedArtifact artifact =
        account.isPresent()
            ? artifact(caller, spec, account.get())
            : artifacts.load(caller, spec.artifact(), spec.analysis());
    Costs costs = Costs.ofBasisPoints(spec.feeBasisPoints(), spec.halfSpreadBasisPoints());
    return new CheckedRun(
        spec,
        account.flatMap(Account::owner).orElse(caller.owner()),
        artifact,
        series(caller, spec),
        instruments,
        found,
        costs,
        account);
  }

  /** Refuses a run for which {@code tier} is too weak. */
  static void mustSuffice(Tier tier, RunSpec spec) {
    Tier floor = Wiring.floor(spec);
    if (tier.compareTo(floor) < 0) {
      throw new Refusal(
          Code.TIER_UNAVAILABLE,
          "the host has tier "
              + tier.text()
              + ", below "
              + floor.text()
              + ", which the run's tier_floor or its mode demands");
    }
  }

  private Account account(Caller caller, RunSpec spec, String name) {
    Account account =
        accounts
            .find(name)
            .filter(found -> found.team().equals(caller.team()))
            .orElseThrow(() -> new Refusal(Code.ACCOUNT_NOT_FOUND, "no such account"));
    if (!account.currency().equals(SpecChecks.currency(spec))) {
      throw new Refusal(Code.SPEC_INVALID, "account.cash: the account is in " + account.currency());
    }
    return account;
  }

  /** The candidate belongs to the account's owner; its owner or the team's operator starts it. */
  private PreparedArtifact artifact(Caller caller, RunSpec spec, Account account) {
    String accountOwner = account.owner().orElseThrow(RunPlanner::notOwned);
    boolean mayStart = caller.owner().equals(accountOwner) || caller.has(Role.OPERATOR);
    Caller owner = mayStart ? new Caller(account.team(), accountOwner, Set.of(Role.AGENT)) : caller;
    PreparedArtifact artifact;
    try {
      artifact = artifacts.load(owner, spec.artifact(), spec.analysis());
    } catch (Refusal e) {
      boolean somebodyElse =
          e.code() == Code.CANDIDATE_NOT_FOUND
              && mayStart
              && artifacts.known(account.team(), spec.artifact());
      throw somebodyElse ? notOwned() : e;
    }
    if (!artifact.candidate().owner().equals(accountOwner)) {
      throw notOwned();
    }
    return artifact;
  }

  private static Refusal notOwned() {
    return new Refusal(
        Code.CANDIDATE_NOT_OWNED, "the candidate belongs to somebody else than the account");
  }

  private List<Series> series(Caller caller, RunSpec spec) {
    List<Series> all = new ArrayList<>();
    for (RunSpec.TradedSeries traded : spec.instruments()) {
      Series found = series.find(caller, traded.series());
      if (!found.stamp().equals(traded.stamp())) {
        throw new Refusal(
            Code.SPEC_INVALID, "instruments.stamp: the series was imported with the other one");
      }
      all.add(found);
    }
    return all;
  }
}
