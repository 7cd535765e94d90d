package dev.glovebox.host.runner;

import dev.glovebox.host.approval.GrantTerms;
import dev.glovebox.host.candidate.PreparedArtifacts.PreparedArtifact;
import dev.glovebox.host.identity.Account;
import dev.glovebox.host.market.Series;
import dev.glovebox.host.model.Decimals;
import dev.glovebox.host.model.Instrument;
import dev.glovebox.host.model.RunId;
import dev.glovebox.host.risk.Limits;
import dev.glovebox.host.run.RunTerms;
import dev.glovebox.host.venue.Costs;
import dev.glovebox.jail.Language;
import dev.glovebox.jail.StartOrder;
import dev.glovebox.jail.WorkerKind;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A checked RunSpec with everything that it names.
 *
 * @param owner accountable for the run: of a gated run whoever owns account and candidate
 * @param series the series of the run's instruments, in their order
 * @param account what a gated run trades for
 */
record CheckedRun(
    RunSpec spec,
    String owner,
    PreparedArtifact artifact,
    List<Series> series,
    List<Instrument> instruments,
    Limits limits,
    Costs costs,
    Optional<Account> account) {

  /** Returns this run under another spec that names the same things. */
  CheckedRun with(RunSpec other) {
    return new CheckedRun(
        other, owner, artifact, series, SpecChecks.instruments(other), limits, costs, account);
  }

  /** Bars of the input. */
  long bars() {
    return series.getFirst().bars();
  }

  /** Returns what the run trades. */
  RunTerms terms(RunId run) {
    return new RunTerms(
        run,
        owner,
        account.map(Account::resourceName).orElse(owner),
        Wiring.venueId(spec.mode()),
        instruments,
        series.stream().map(Series::intervalSeconds).toList(),
        SpecChecks.currency(spec),
        SpecChecks.capital(spec),
        spec.block());
  }

  /** Returns what the run's approvals must say. */
  GrantTerms grantTerms() {
    return GrantTermsOf.run(
        spec,
        artifact.candidate().id(),
        artifact.prepared(),
        series.stream().map(Series::intervalSeconds).toList());
  }

  /** Returns which worker the run needs. */
  WorkerKind worker() {
    Language language =
        Language.of(artifact.candidate().language())
            .orElseThrow(() -> new IllegalStateException("a candidate of no known language"));
    return new WorkerKind(language, SpecChecks.profile(spec));
  }

  /** Returns what the worker needs before its first bar. */
  StartOrder startOrder() {
    List<StartOrder.TradedInstrument> traded = new ArrayList<>();
    for (int i = 0; i < instruments.size(); i++) {
      Instrument instrument = instruments.get(i);
      traded.add(
          new StartOrder.TradedInstrument(
              instrument.id(),
              instrument.currency(),
              instrument.tick(),
              instrument.lot(),
              instrument.multiplier(),
              series.get(i).intervalSeconds()));
    }
    return new StartOrder(
        artifact.candidate().language(),
        ByteBuffer.wrap(artifact.form()).asReadOnlyBuffer(),
        artifact.lineMap(),
        spec.parameters(),
        traded,
        SpecChecks.currency(spec),
        spec.seed(),
        SpecChecks.limits(spec.worker()),
        new StartOrder.SizingTerms(
            Decimals.text(limits.reserveBuffer()), Decimals.text(spec.feeBasisPoints())),
        spec.fileName());
  }
}
