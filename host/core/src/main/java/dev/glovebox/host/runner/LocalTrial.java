package dev.glovebox.host.runner;

import dev.glovebox.host.ledger.AccountLedger;
import dev.glovebox.host.ledger.SubLedger;
import dev.glovebox.host.market.BarExcerpt;
import dev.glovebox.host.market.SeriesReader;
import dev.glovebox.host.model.RunId;
import dev.glovebox.host.risk.RiskTerms;
import dev.glovebox.host.run.RunEnd;
import dev.glovebox.host.run.RunLoop;
import dev.glovebox.host.run.RunRecords;
import dev.glovebox.host.run.RunSink;
import dev.glovebox.host.run.RunTerms;
import dev.glovebox.jail.Workers;
import java.util.function.BooleanSupplier;

/** Trials in this host: each opens a worker of its own. */
final class LocalTrial implements Trials.Trial {
  private final CheckedRun plan;
  private final LocalRuns.Parts parts;
  private final Wiring wiring;

  LocalTrial(CheckedRun plan, LocalRuns.Parts parts, Wiring wiring) {
    this.plan = plan;
    this.parts = parts;
    this.wiring = wiring;
  }

  @Override
  public Trials.Subject subject() {
    return new Trials.Subject(
        plan.artifact().candidate().id(),
        plan.artifact().candidate().owner(),
        plan.artifact().candidate().language(),
        plan.spec().artifact(),
        plan.artifact().prepared(),
        plan.spec(),
        plan.series().getFirst().hash(),
        plan.bars(),
        parts.build());
  }

  @Override
  public BarExcerpt bars(int barsMax) {
    return BarExcerpt.read(
        SeriesReader.open(
            parts.payloads(),
            plan.artifact().candidate().id().team(),
            plan.series().getFirst().hash()),
        barsMax);
  }

  @Override
  public Trials.Outcome run(Trials.Variation variation, RunSink sink, BooleanSupplier stop) {
    CheckedRun varied =
        plan.with(
            plan.spec()
                .varied(variation.block(), variation.profile())
                .scaled(variation.moneyFactor()));
    SpecChecks.check(varied.spec());
    RunId run = new RunId(plan.artifact().candidate().id().team(), parts.runIds().get());
    RunTerms terms = varied.terms(run);
    SubLedger ledger =
        new AccountLedger(terms.account())
            .open(run, terms.currency(), terms.capital(), terms.instruments());
    try (Wiring.Parts connected =
        wiring.connectTrial(varied, terms, ledger, variation.bars().feed())) {
      RunLoop loop = loop(terms, ledger, connected, sink, stop);
      return switch (parts
          .workers()
          .open(SpecChecks.limits(varied.spec().worker()), varied.worker())) {
        case Workers.Failed failed ->
            outcome(
                RunLoop.failed(failed.end()),
                loop,
                new Trials.Told(0, 0, 0, false),
                Trials.Engine.UNKNOWN);
        case Workers.Open open -> {
          try (TrialSession session = new TrialSession(open.session())) {
            RunEnd end = loop.run(session, varied.startOrder());
            yield outcome(end, loop, session.told(), session.engine());
          }
        }
      };
    }
  }

  private RunLoop loop(
      RunTerms terms,
      SubLedger ledger,
      Wiring.Parts connected,
      RunSink sink,
      BooleanSupplier stop) {
    RiskTerms risk =
        new RiskTerms(
            terms.instruments(),
            plan.limits(),
            plan.costs().feeRate(),
            plan.costs().halfSpread(),
            connected.tradingState());
    return new RunLoop(
        terms,
        new RunLoop.Parts(
            ledger,
            risk,
            connected.feed(),
            connected.orders(),
            new RunRecords(connected.evidence(), terms.run(), plan.owner()),
            sink),
        stop);
  }

  private static Trials.Outcome outcome(
      RunEnd end, RunLoop loop, Trials.Told told, Trials.Engine engine) {
    return new Trials.Outcome(
        end, loop.totals(), loop.decisionDigest(), loop.completed(), told, engine);
  }
}
