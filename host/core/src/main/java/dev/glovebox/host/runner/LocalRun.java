package dev.glovebox.host.runner;

import dev.glovebox.host.audit.Receipt;
import dev.glovebox.host.audit.RunJournal;
import dev.glovebox.host.audit.RunJournal.SealedJournal;
import dev.glovebox.host.clock.Clock;
import dev.glovebox.host.ledger.AccountLedger;
import dev.glovebox.host.ledger.SubLedger;
import dev.glovebox.host.market.EndSignal;
import dev.glovebox.host.model.BarSet;
import dev.glovebox.host.model.CandidateId;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.model.RunId;
import dev.glovebox.host.model.Sha256;
import dev.glovebox.host.model.TeamId;
import dev.glovebox.host.model.UntrustedText;
import dev.glovebox.host.payload.Payload;
import dev.glovebox.host.payload.PayloadSink;
import dev.glovebox.host.payload.PayloadStore;
import dev.glovebox.host.report.ReportWriter;
import dev.glovebox.host.report.RunReport;
import dev.glovebox.host.risk.RiskTerms;
import dev.glovebox.host.run.BookedFill;
import dev.glovebox.host.run.MarkedAccount;
import dev.glovebox.host.run.RunEnd;
import dev.glovebox.host.run.RunEnd.Outcome;
import dev.glovebox.host.run.RunLoop;
import dev.glovebox.host.run.RunRecords;
import dev.glovebox.host.run.RunSink;
import dev.glovebox.host.run.RunTerms;
import dev.glovebox.host.runner.Runs.RunEvent;
import dev.glovebox.jail.ImageIdentity;
import dev.glovebox.jail.Session;
import dev.glovebox.jail.Workers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run, from its open worker to its record in the log. Runs on a thread of its own. */
final class LocalRun {
  /** Shortest time between two progress events. */
  static final long PROGRESS_NANOS = 250_000_000;

  /** What stands before the SHA-256 of decisions.jsonl in a decision digest. */
  private static final String DIGEST_VERSION = "d1:";

  /** Nobody asked for an end. Compared by identity. */
  private static final Optional<Ask> NOTHING = Optional.empty();

  private static final Logger LOG = LoggerFactory.getLogger(LocalRun.class);

  private final RunId run;
  private final Claims.Claim claim;
  private final CheckedRun plan;
  private final Payload spec;
  private final Workers.Opened opened;
  private final String tier;
  private final Surroundings around;
  private final RunEvents events = new RunEvents();
  private final Said said;
  private final EndSignal signal = new EndSignal();
  private final AtomicReference<Optional<Ask>> asked = new AtomicReference<>(NOTHING);

  /** The host's parts that every run uses. */
  record Surroundings(
      Wiring wiring, PayloadStore payloads, RunLogRecords records, RunTable runs, Clock clock) {}

  /** What somebody wanted: an end before the last bar. */
  private record Ask(RunEnd end, Optional<UntrustedText> reason) {}

  LocalRun(
      Claims.Claim claim,
      CheckedRun plan,
      Payload spec,
      Workers.Opened opened,
      String tier,
      Surroundings around) {
    this.run = claim.run();
    this.claim = claim;
    this.plan = plan;
    this.spec = spec;
    this.opened = opened;
    this.tier = tier;
    this.around = around;
    this.said = new Said(plan.spec().fileName());
  }

  RunEvents events() {
    return events;
  }

  /** Asks the run to end before its next frame: the host ends. */
  void interrupt() {
    ask(Code.RUN_INTERRUPTED, "the host ended the run", Optional.empty());
  }

  /**
   * Asks the run to end before its next frame, INTERRUPTED with {@code code}; the first ask counts.
   *
   * @param reason somebody's own words, recorded
   */
  void ask(Code code, String sentence, Optional<UntrustedText> reason) {
    RunEnd end = RunEnd.ofHost(Outcome.INTERRUPTED, code, sentence);
    boolean _ = asked.compareAndSet(NOTHING, Optional.of(new Ask(end, reason)));
    signal.end();
    if (opened instanceof Workers.Open open) {
      open.session().stopMoving();
    }
  }

  /** Returns the candidate that runs. */
  CandidateId candidate() {
    return plan.artifact().candidate().id();
  }

  /** Measures in force for the worker; none if there is no worker. */
  static List<String> measures(Workers.Opened opened) {
    return switch (opened) {
      case Workers.Open open -> open.session().isolationMeasures();
      case Workers.Failed _ -> List.of();
    };
  }

  /** Which place of a shared worker the run was given; none if the worker is its own. */
  static Optional<Session.SharedSeat> seat(Workers.Opened opened) {
    return switch (opened) {
      case Workers.Open open -> open.session().seat();
      case Workers.Failed _ -> Optional.empty();
    };
  }

  /** What the worker's image was; unknown if there is no worker. */
  static Optional<ImageIdentity> image(Workers.Opened opened) {
    return switch (opened) {
      case Workers.Open open -> open.session().image();
      case Workers.Failed _ -> Optional.empty();
    };
  }

  /** Runs to the end and publishes the last event, whatever happens. */
  void run() {
    List<String> measures = measures(opened);
    try {
      conclude(drive(), measures);
    } catch (Refusal e) {
      LOG.error("run {} has no result: {}", run, e.code(), e);
      events.fail(e);
    } catch (RuntimeException e) {
      LOG.error("run {} has no result", run, e);
      events.fail(new Refusal(Code.INTERNAL, "the run has no result; see the host's log"));
    } finally {
      close();
    }
  }

  /** What a run left, before it is recorded. */
  private record Left(
      RunEnd end,
      RunLoop loop,
      ReportWriter report,
      Payload decisions,
      Payload fills,
      Payload equity,
      Optional<SealedJournal> journal) {}

  private Left drive() {
    RunTerms terms = plan.terms(run);
    SubLedger ledger =
        new AccountLedger(terms.account())
            .open(run, terms.currency(), terms.capital(), terms.instruments());
    TeamId team = run.team();
    try (Wiring.Parts parts = around.wiring().connect(plan, terms, ledger, signal, claim.epoch());
        PayloadSink decisions = around.payloads().sink(team);
        PayloadSink fills = around.payloads().sink(team);
        PayloadSink equity = around.payloads().sink(team)) {
      ReportWriter report = new ReportWriter(terms, decisions, fills, equity);
      RiskTerms risk =
          new RiskTerms(
              terms.instruments(),
              plan.limits(),
              plan.costs().feeRate(),
              plan.costs().halfSpread(),
              parts.tradingState());
      RunLoop loop =
          new RunLoop(
              terms,
              new RunLoop.Parts(
                  ledger,
                  risk,
                  parts.feed(),
                  parts.orders(),
                  new RunRecords(parts.evidence(), run, plan.owner()),
                  new Sink(report)),
              () -> asked.get().map(Ask::end));
      RunEnd end = loop(loop);
      close();
      if (end.outcome() != Outcome.COMPLETED) {
        cancelWorking(loop);
      }
      return new Left(
          end,
          loop,
          report,
          decisions.commit(),
          fills.commit(),
          equity.commit(),
          parts.journal().map(RunJournal::seal));
    } catch (IOException | UncheckedIOException e) {
      throw new Refusal(Code.STORAGE_FAILED, "the run's files cannot be written");
    }
  }

  /** A fault of ours ends the run as FAILED; what was completed is kept all the same. */
  private RunEnd loop(RunLoop loop) {
    try {
      return switch (opened) {
        case Workers.Open open -> loop.run(open.session(), plan.startOrder());
        case Workers.Failed failed -> RunLoop.failed(failed.end());
      };
    } catch (Refusal e) {
      LOG.error("run {} failed: {}", run, e.code(), e);
      return RunEnd.ofHost(Outcome.FAILED, e.code(), e.sentence());
    } catch (RuntimeException e) {
      LOG.error("run {} failed", run, e);
      return RunEnd.ofHost(Outcome.FAILED, Code.INTERNAL, "a defect of ours; see the host's log");
    }
  }

  /** What keeps orders from being cancelled here, the next start of a host finds. */
  private void cancelWorking(RunLoop loop) {
    try {
      loop.cancelWorking();
    } catch (RuntimeException e) {
      LOG.error("working orders of run {} could not be cancelled", run, e);
    }
  }

  private void conclude(Left left, List<String> measures) {
    RunReport report =
        new RunReport(
            run,
            new RunReport.Hashes(
                plan.spec().artifact(),
                plan.artifact().prepared(),
                spec.hash(),
                DIGEST_VERSION + left.decisions().hash()),
            plan.spec().block() > 1,
            left.end(),
            tier,
            measures,
            plan.bars(),
            left.loop().completed(),
            left.report().metrics(),
            left.loop().totals());
    TreeMap<String, Sha256> files = new TreeMap<>();
    files.put(RunArchive.RUNSPEC, spec.hash());
    files.put(RunArchive.DECISIONS, left.decisions().hash());
    files.put(RunArchive.FILLS, left.fills().hash());
    files.put(RunArchive.EQUITY, left.equity().hash());
    left.journal().ifPresent(sealed -> files.put(RunArchive.JOURNAL, sealed.payload().hash()));
    files.put(
        RunArchive.SAID,
        around.payloads().put(run.team(), said.json(Messages.of(left.end())).bytes()).hash());
    files.put(RunArchive.REPORT, around.payloads().put(run.team(), report.json().bytes()).hash());
    Payload index = new RunArchive(around.payloads()).index(run.team(), files);
    Receipt receipt =
        around
            .records()
            .result(
                report,
                plan,
                files,
                index,
                left.journal(),
                asked.get().flatMap(Ask::reason),
                left.loop().restarts());
    around.records().checkpoint();
    around
        .runs()
        .ended(
            run,
            claim.epoch(),
            left.end().code().name(),
            Optional.of(index.hash()),
            receipt,
            Instants.of(around.clock()));
    events.publish(new RunEvent.Ended(report.json(), receipt.sequence(), Messages.of(left.end())));
  }

  private void close() {
    if (opened instanceof Workers.Open open) {
      open.session().close();
    }
  }

  /** Writes files and tells watchers. */
  private final class Sink implements RunSink {
    private final ReportWriter report;
    private long completed;
    private long toldAt = around.clock().monotonicNanos();

    private Sink(ReportWriter report) {
      this.report = report;
    }

    @Override
    public void completed(
        BarSet set, MarkedAccount account, List<BookedFill> fills, byte[] line, int length) {
      report.completed(set, account, fills, line, length);
      completed++;
      long now = around.clock().monotonicNanos();
      if (now - toldAt >= PROGRESS_NANOS) {
        toldAt = now;
        if (around.payloads().lowWater().mustEnd()) {
          ask(
              Code.STORAGE_LOW,
              "the disk is nearly full: the host ended the run",
              Optional.empty());
        }
        events.publish(new RunEvent.Progress(completed, plan.bars()));
      }
    }

    @Override
    public boolean hashesDecisions() {
      return true; // The payload's hash is the digest.
    }

    @Override
    public void logged(List<UntrustedText> lines) {
      lines.forEach(line -> events.publish(new RunEvent.Log(line)));
      said.add(lines);
    }
  }
}
