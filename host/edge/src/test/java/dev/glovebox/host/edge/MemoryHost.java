package dev.glovebox.host.edge;

import dev.glovebox.host.approval.Approval;
import dev.glovebox.host.approval.Approvals;
import dev.glovebox.host.approval.Gate;
import dev.glovebox.host.audit.InclusionProof;
import dev.glovebox.host.candidate.Candidate;
import dev.glovebox.host.candidate.Candidates;
import dev.glovebox.host.candidate.Preparation;
import dev.glovebox.host.identity.Caller;
import dev.glovebox.host.market.Series;
import dev.glovebox.host.market.SeriesLibrary;
import dev.glovebox.host.model.CandidateId;
import dev.glovebox.host.model.CheckId;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Json;
import dev.glovebox.host.model.Mode;
import dev.glovebox.host.model.Page;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.model.RunId;
import dev.glovebox.host.model.Sha256;
import dev.glovebox.host.model.TeamId;
import dev.glovebox.host.model.UntrustedText;
import dev.glovebox.host.research.Checks;
import dev.glovebox.host.research.Verdict;
import dev.glovebox.host.runner.RunSpec;
import dev.glovebox.host.runner.RunSummary;
import dev.glovebox.host.runner.RunTable;
import dev.glovebox.host.runner.Runs;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** The host's ports in memory: keeps what it is given and can be told to fail. */
final class MemoryHost {
  final Map<CandidateId, Candidate> candidates = new ConcurrentHashMap<>();
  final List<byte[]> sources = new CopyOnWriteArrayList<>();
  final List<Series> series = new CopyOnWriteArrayList<>();
  final List<RunSpec> runs = new CopyOnWriteArrayList<>();
  final List<String> grants = new CopyOnWriteArrayList<>();
  final List<String> forms = new CopyOnWriteArrayList<>();
  final List<String> denials = new CopyOnWriteArrayList<>();
  final List<String> reasons = new CopyOnWriteArrayList<>();
  volatile Optional<RuntimeException> failure = Optional.empty();
  volatile byte[] reportBytes = new byte[0];
  volatile int logLines;

  /** Asked before new work; throws to refuse it. */
  volatile Runnable headroom = () -> {};

  /** Returns the ports of this host. */
  Ports ports(boolean analysisOptional) {
    return new Ports(
        new Submitted(),
        new Imported(),
        new Ran(),
        new Approved(),
        new Checked(),
        new Log(),
        (caller, rpc) -> denials.add(caller.owner() + " " + rpc),
        () -> headroom.run(),
        analysisOptional);
  }

  private void failIfTold() {
    failure.ifPresent(told -> {
      throw told;
    });
  }

  private final class Submitted implements Candidates {
    @Override
    public Candidate submit(Caller caller, Submission submission, String idempotencyKey) {
      failIfTold();
      sources.add(submission.source());
      Sha256 artifact = Sha256.of(submission.source());
      Candidate candidate =
          new Candidate(
              new CandidateId(caller.team(), "cand-" + artifact.hex().substring(0, 12)),
              caller.owner(),
              submission.language(),
              submission.fileName(),
              artifact,
              Candidate.State.FLAGGED,
              Optional.empty(),
              Optional.of(artifact),
              Optional.of(Sha256.of(new byte[] {7})),
              Optional.of(
                  new Preparation.Answer.Refused("JV000", 3, 5, new UntrustedText("name \u001b["))),
              List.of(
                  new Candidate.Finding(
                      "PY101",
                      Candidate.Severity.ERROR,
                      3,
                      5,
                      3,
                      9,
                      new UntrustedText("name \u001b[31m"),
                      new UntrustedText(""))),
              Instant.EPOCH);
      candidates.put(candidate.id(), candidate);
      return candidate;
    }

    @Override
    public AnalyzedSource analyze(Submission submission) {
      failIfTold();
      Sha256 artifact = Sha256.of(submission.source());
      return new AnalyzedSource(artifact, artifact, false, List.of());
    }

    @Override
    public Candidate find(Caller caller, CandidateId id) {
      failIfTold();
      return Optional.ofNullable(candidates.get(id))
          .filter(candidate -> id.team().equals(caller.team()))
          .orElseThrow(() -> new Refusal(Code.CANDIDATE_NOT_FOUND, "no such candidate"));
    }

    @Override
    public Page<Candidate> list(
        Caller caller, Optional<Sha256> artifact, int pageSize, String pageToken) {
      failIfTold();
      return new Page<>(
          candidates.values().stream()
              .filter(each -> artifact.map(each.artifact()::equals).orElse(true))
              .toList(),
          "size-" + pageSize);
    }

    @Override
    public Candidate withdraw(Caller caller, CandidateId id) {
      return find(caller, id);
    }
  }

  private final class Imported implements SeriesLibrary {
    @Override
    public Series importBars(Caller caller, InputStream file, String stamp, long interval) {
      failIfTold();
      byte[] bytes;
      try {
        bytes = file.readAllBytes();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      Sha256 hash = Sha256.of(bytes);
      Series imported =
          new Series(
              caller.team(),
              hash,
              hash,
              caller.owner(),
              stamp,
              interval,
              false,
              bytes.length,
              2,
              0,
              Instant.EPOCH,
              Optional.empty());
      series.add(imported);
      return imported;
    }

    @Override
    public Series importTicks(Caller caller, InputStream file, String stamp, long interval) {
      Series folded = importBars(caller, file, stamp, interval);
      forms.add("ticks");
      return folded;
    }

    @Override
    public Series find(Caller caller, Sha256 hash) {
      return series.stream()
          .filter(one -> one.hash().equals(hash))
          .findFirst()
          .orElseThrow(() -> new Refusal(Code.SERIES_NOT_FOUND, "no such series"));
    }

    @Override
    public Page<Series> list(Caller caller, int pageSize, String pageToken) {
      return new Page<>(series, "");
    }
  }

  private final class Ran implements Runs {
    @Override
    public RunId start(Caller caller, RunSpec spec, String grant, String idempotencyKey) {
      failIfTold();
      runs.add(spec);
      grants.add(grant);
      return new RunId(caller.team(), "run-00000001");
    }

    @Override
    public RunSummary stop(Caller caller, RunId run, UntrustedText reason) {
      failIfTold();
      reasons.add(reason.raw());
      return summary(caller, run);
    }

    @Override
    public RunSummary find(Caller caller, RunId run) {
      failIfTold();
      return summary(caller, run);
    }

    @Override
    public Page<RunSummary> list(Caller caller, int pageSize, String pageToken) {
      return new Page<>(List.of(summary(caller, new RunId(caller.team(), "run-00000001"))), "");
    }

    private RunSummary summary(Caller caller, RunId run) {
      Sha256 hash = Sha256.of(new byte[0]);
      return new RunSummary(
          run,
          caller.owner(),
          Mode.PAPER,
          RunTable.State.ENDED,
          hash,
          hash,
          Optional.of("teams/alpha/accounts/paper-1"),
          Optional.of("teams/alpha/grants/g-1"),
          Optional.of("OK"),
          Instant.EPOCH,
          Optional.of(Instant.EPOCH.plusSeconds(1)));
    }

    @Override
    public void watch(Caller caller, RunId run, Predicate<RunEvent> listener) {
      List<RunEvent> events = new ArrayList<>();
      events.add(new RunEvent.Progress(1, 2));
      for (int line = 0; line < logLines; line++) {
        events.add(new RunEvent.Log(new UntrustedText("line " + line)));
      }
      events.add(
          new RunEvent.Ended(Json.of(Map.of("code", Json.of("OK"))), 7, new UntrustedText("")));
      for (RunEvent event : events) {
        if (!listener.test(event)) {
          return;
        }
      }
    }

    @Override
    public List<ReportFile> report(Caller caller, RunId run, List<String> files) {
      failIfTold();
      return List.of(
          ReportFile.of("fills.csv", reportBytes), ReportFile.of("empty.csv", new byte[0]));
    }
  }

  private final class Approved implements Approvals {
    @Override
    public Map<String, byte[]> bundle(Caller caller, CandidateId id, Optional<CheckId> check) {
      failIfTold();
      return new TreeMap<>(Map.of("artifact", reportBytes, "manifest.json", new byte[] {'{', '}'}));
    }

    @Override
    public Approval promote(Caller caller, byte[] envelope) {
      throw new Refusal(Code.APPROVAL_MALFORMED, "no envelope of " + envelope.length + " bytes");
    }

    @Override
    public Approval grantRun(Caller caller, byte[] envelope) {
      return promote(caller, envelope);
    }

    @Override
    public Approval find(Caller caller, TeamId team, Gate gate, String id) {
      throw new Refusal(Code.APPROVAL_NOT_FOUND, "no such approval");
    }

    @Override
    public Page<Approval> list(Caller caller, int pageSize, String pageToken) {
      return new Page<>(List.of(), "");
    }
  }

  private final class Checked implements Checks {
    @Override
    public CheckId start(Caller caller, RunSpec spec, String idempotencyKey) {
      failIfTold();
      runs.add(spec);
      return new CheckId(caller.team(), "check-00000001");
    }

    @Override
    public void watch(Caller caller, CheckId check, Predicate<CheckEvent> listener) {
      failIfTold();
      for (Verdict verdict : Verdict.values()) {
        if (!listener.test(new CheckEvent.Found("blocks", verdict, "why"))) {
          return;
        }
      }
      boolean _ =
          listener.test(new CheckEvent.Ended(Json.of(Map.of("overall", Json.of("PASSED"))), 8));
    }
  }

  private static final class Log implements AuditLogView {
    @Override
    public Optional<byte[]> leaf(Caller caller, long sequence) {
      return sequence == 0 ? Optional.of(new byte[] {1, 2, 3}) : Optional.empty();
    }

    @Override
    public Optional<InclusionProof> proof(Caller caller, long sequence) {
      return Optional.empty();
    }

    @Override
    public Page<LoggedRecord> ofRun(Caller caller, RunId run, int pageSize, String pageToken) {
      return new Page<>(List.of(new LoggedRecord(pageSize, new byte[] {1})), pageToken);
    }

    @Override
    public Optional<String> checkpoint() {
      return Optional.of("note");
    }
  }
}
