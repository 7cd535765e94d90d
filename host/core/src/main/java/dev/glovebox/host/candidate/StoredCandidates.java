package dev.glovebox.host.candidate;

import dev.glovebox.host.audit.AuditReader;
import dev.glovebox.host.audit.Evidence;
import dev.glovebox.host.audit.StepType;
import dev.glovebox.host.identity.Caller;
import dev.glovebox.host.model.CandidateId;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Json;
import dev.glovebox.host.model.Page;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.model.Sha256;
import dev.glovebox.host.model.TeamId;
import dev.glovebox.host.payload.PayloadStore;
import dev.glovebox.host.store.Database;
import dev.glovebox.host.store.IdempotencyTable;
import dev.glovebox.jail.Language;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Candidates in payloads, log and PostgreSQL. Thread-safe.
 *
 * <p>Order of writes of each step: payload, record, row. A caller sees its own team's candidates
 * alone; another team's are as good as not there. What a run loads is compared with the log and
 * hashed again.
 */
public final class StoredCandidates implements Candidates, PreparedArtifacts {
  /** Longest file name, in UTF-16 code units. */
  public static final int FILE_NAME_CHARACTERS_MAX = 255;

  private static final String SUBMIT = "candidates.submit";

  private final CandidateTable table;
  private final IdempotencyTable answers;
  private final PayloadStore payloads;
  private final CandidateRecords records;
  private final LongSupplier nowMicros;
  private final Supplier<String> newIds;
  private final Analysis analysis;
  private final Preparation preparation;
  private final Withdrawals withdrawals = new Withdrawals();

  /** Where candidates are kept and recorded. */
  public record Places(
      Database database,
      IdempotencyTable answers,
      PayloadStore payloads,
      Evidence log,
      AuditReader reader) {}

  /**
   * Opens the candidates.
   *
   * @param nowMicros wall time, microseconds since 1970-01-01T00:00:00Z
   * @param newIds a new id's 8 to 40 characters of {@code [0-9a-z]} on each call
   */
  public StoredCandidates(
      Places places,
      LongSupplier nowMicros,
      Supplier<String> newIds,
      Analysis analysis,
      Preparation preparation) {
    this.table = new CandidateTable(places.database());
    this.answers = places.answers();
    this.payloads = places.payloads();
    this.records = new CandidateRecords(places.log(), places.reader());
    this.nowMicros = nowMicros;
    this.newIds = newIds;
    this.analysis = analysis;
    this.preparation = preparation;
  }

  @Override
  public Candidate submit(Caller caller, Submission submission, String idempotencyKey) {
    check(submission);
    Sha256 artifact = Sha256.of(submission.source());
    IdempotencyTable.CallName call =
        new IdempotencyTable.CallName(caller.team(), caller.owner(), SUBMIT, idempotencyKey);
    String id =
        answers.once(
            call,
            request(submission, artifact),
            now(),
            () -> submitNew(caller, submission, artifact).value());
    return find(caller, new CandidateId(caller.team(), id));
  }

  @Override
  public AnalyzedSource analyze(Submission submission) {
    check(submission);
    return switch (analysis.analyze(submission.language(), submission.source())) {
      case Analysis.Answer.Analyzed analyzed -> {
        FindingList list = FindingList.of(analyzed);
        yield new AnalyzedSource(
            Sha256.of(submission.source()), list.ruleSetHash(), list.flagged(), list.findings());
      }
      case Analysis.Answer.Failed(String sentence) ->
          throw new Refusal(Code.ANALYSIS_FAILED, sentence);
    };
  }

  private static void check(Submission submission) {
    if (submission.source().length > SOURCE_BYTES_MAX) {
      throw new Refusal(Code.SOURCE_TOO_LARGE, "source: at most " + SOURCE_BYTES_MAX + " bytes");
    }
    if (Language.of(submission.language()).isEmpty()) {
      throw new Refusal(Code.ARGUMENT_INVALID, "language: must be python or java");
    }
    if (submission.fileName().raw().length() > FILE_NAME_CHARACTERS_MAX) {
      throw new Refusal(
          Code.ARGUMENT_INVALID, "file_name: at most " + FILE_NAME_CHARACTERS_MAX + " characters");
    }
  }

  private static Sha256 request(Submission submission, Sha256 artifact) {
    return Sha256.of(
        Json.of(
                Map.of(
                    "artifact", Json.of(artifact.hex()),
                    "language", Json.of(submission.language()),
                    "file_name", submission.fileName().forJson(),
                    "analysis", Json.of(submission.analysis())))
            .bytes());
  }

  private CandidateId submitNew(Caller caller, Submission submission, Sha256 artifact) {
    CandidateId id = new CandidateId(caller.team(), "cand-" + newIds.get());
    var _ = payloads.put(caller.team(), submission.source());
    table.insert(
        id,
        caller.owner(),
        submission,
        artifact,
        now(),
        records.submission(caller, id, submission, artifact));
    Examination examination = Examination.of(analysis, preparation, submission);
    Optional<Analysis.Answer.Analyzed> answer =
        examination.analysis().map(any -> analyzed(any, id, caller.owner(), artifact));
    Optional<FindingList> findings = answer.map(FindingList::of);
    Optional<CandidateTable.AnalysisRow> analysed =
        answer.map(any -> keep(any, id, caller.owner(), artifact));
    CandidateTable.PreparationRow prepared =
        keep(examination.preparation(), id, caller.owner(), artifact);
    table.examined(id, stateAfter(findings), analysed, prepared);
    return id;
  }

  private static Candidate.State stateAfter(Optional<FindingList> findings) {
    if (findings.isEmpty()) {
      return Candidate.State.SUBMITTED; // not analysed, and never said to be
    }
    return findings.get().flagged() ? Candidate.State.FLAGGED : Candidate.State.ANALYZED;
  }

  private Analysis.Answer.Analyzed analyzed(
      Analysis.Answer answer, CandidateId id, String owner, Sha256 artifact) {
    return switch (answer) {
      case Analysis.Answer.Analyzed analyzed -> analyzed;
      case Analysis.Answer.Failed(String sentence) -> {
        records.failed(StepType.ANALYSIS, id, owner, artifact, Code.ANALYSIS_FAILED);
        throw new Refusal(Code.ANALYSIS_FAILED, sentence);
      }
    };
  }

  private CandidateTable.AnalysisRow keep(
      Analysis.Answer.Analyzed answer, CandidateId id, String owner, Sha256 artifact) {
    FindingList findings = FindingList.of(answer);
    Sha256 payload = payloads.put(id.team(), findings.bytes()).hash();
    Sha256 manifest = payloads.put(id.team(), answer.manifest().bytes()).hash();
    return new CandidateTable.AnalysisRow(
        payload,
        findings.ruleSetHash(),
        Optional.of(manifest),
        CandidateTable.Recorded.of(
            records.analysis(id, owner, artifact, findings, payload, manifest)));
  }

  private CandidateTable.PreparationRow keep(
      Preparation.Answer answer, CandidateId id, String owner, Sha256 artifact) {
    return switch (answer) {
      case Preparation.Answer.Prepared(byte[] form, int version, List<Integer> lines) -> {
        LineMap map = new LineMap(payloads.put(id.team(), form).hash(), version, lines);
        Sha256 mapPayload = payloads.put(id.team(), map.bytes()).hash();
        yield new CandidateTable.PreparationRow(
            Optional.of(map.form()),
            Optional.of(mapPayload),
            Optional.empty(),
            CandidateTable.Recorded.of(records.prepared(id, owner, artifact, map, mapPayload)));
      }
      case Preparation.Answer.Refused refused ->
          new CandidateTable.PreparationRow(
              Optional.empty(),
              Optional.empty(),
              Optional.of(refused),
              CandidateTable.Recorded.of(records.notPrepared(id, owner, artifact, refused)));
      case Preparation.Answer.Failed(String sentence) -> {
        records.failed(StepType.PREPARATION, id, owner, artifact, Code.PREPARATION_FAILED);
        throw new Refusal(Code.PREPARATION_FAILED, sentence);
      }
    };
  }

  @Override
  public Candidate find(Caller caller, CandidateId id) {
    return candidate(row(caller, id));
  }

  @Override
  public Page<Candidate> list(
      Caller caller, Optional<Sha256> artifact, int pageSize, String pageToken) {
    return table.list(caller.team(), artifact, pageSize, pageToken, this::candidate);
  }

  @Override
  public Candidate withdraw(Caller caller, CandidateId id) {
    CandidateTable.Row row = row(caller, id);
    if (row.state() != Candidate.State.WITHDRAWN) {
      records.withdrawal(caller, id, row.artifact());
      table.withdraw(id);
    }
    // Told again on a repeated call: the first one may have ended between its row and its runs.
    withdrawals.add(caller, id);
    return find(caller, id);
  }

  /**
   * Withdraws again what the log says was withdrawn: a restored database must not bring a candidate
   * back. Reads the whole log; called once at the host's start.
   */
  public void recover() {
    for (CandidateId id : records.withdrawn()) {
      table.withdraw(id);
      withdrawals.found(id);
    }
  }

  /** Returns which candidates were withdrawn, and who is told of it. */
  public Withdrawals withdrawals() {
    return withdrawals;
  }

  @Override
  public PreparedArtifact load(Caller caller, CandidateId id, boolean analysed) {
    CandidateTable.Row row = row(caller, id);
    if (!row.owner().equals(caller.owner())) {
      throw notFound();
    }
    return load(row, analysed);
  }

  @Override
  public PreparedArtifact load(Caller caller, Sha256 artifact, boolean analysed) {
    TeamId team = caller.team();
    return load(
        table.withArtifact(team, caller.owner(), artifact, analysed).stream()
            .findFirst()
            .orElseThrow(StoredCandidates::notFound),
        analysed);
  }

  @Override
  public boolean known(TeamId team, Sha256 artifact) {
    return table.known(team, artifact);
  }

  private PreparedArtifact load(CandidateTable.Row row, boolean analysed) {
    records.check(row);
    if (row.state() == Candidate.State.WITHDRAWN || withdrawals.contains(row.id())) {
      throw new Refusal(Code.CANDIDATE_WITHDRAWN, "the candidate was withdrawn");
    }
    if (analysed && row.analysed().isEmpty()) {
      throw new Refusal(Code.ANALYSIS_FAILED, "the candidate has no finished analysis");
    }
    Candidate candidate = candidate(row);
    if (analysed && findings(row).orElseThrow().flagged()) {
      throw new Refusal(Code.CANDIDATE_FLAGGED, "analysis flagged the candidate");
    }
    CandidateTable.PreparationRow preparation =
        row.preparation()
            .orElseThrow(
                () -> new Refusal(Code.PREPARATION_FAILED, "the candidate was not prepared"));
    if (preparation.prepared().isEmpty() || preparation.lineMap().isEmpty()) {
      throw preparation.refused();
    }
    Sha256 prepared = preparation.prepared().get();
    LineMap map = LineMap.parse(payloads.read(row.id().team(), preparation.lineMap().get()));
    if (!map.form().equals(prepared)) {
      throw new Refusal(Code.AUDIT_PAYLOAD_MISMATCH, "the line map is of another form");
    }
    byte[] form = payloads.read(row.id().team(), prepared);
    return new PreparedArtifact(candidate, prepared, form, map.formVersion(), map.lines());
  }

  private CandidateTable.Row row(Caller caller, CandidateId id) {
    if (!id.team().equals(caller.team())) {
      throw notFound();
    }
    return table.find(id).orElseThrow(StoredCandidates::notFound);
  }

  private static Refusal notFound() {
    return new Refusal(Code.CANDIDATE_NOT_FOUND, "no such candidate");
  }

  private Optional<FindingList> findings(CandidateTable.Row row) {
    return row.analysed()
        .map(analysed -> FindingList.parse(payloads.read(row.id().team(), analysed.findings())));
  }

  private Candidate candidate(CandidateTable.Row row) {
    return candidate(row, findings(row).map(FindingList::findings).orElse(List.of()));
  }

  static Candidate candidate(CandidateTable.Row row, List<Candidate.Finding> findings) {
    return new Candidate(
        row.id(),
        row.owner(),
        row.language(),
        row.fileName(),
        row.artifact(),
        row.state(),
        row.preparation().flatMap(CandidateTable.PreparationRow::prepared),
        row.analysed().map(CandidateTable.AnalysisRow::ruleSet),
        row.analysed().flatMap(CandidateTable.AnalysisRow::manifest),
        row.preparation().flatMap(CandidateTable.PreparationRow::refusal),
        findings,
        row.submittedAt());
  }

  private Instant now() {
    return Instant.EPOCH.plus(nowMicros.getAsLong(), ChronoUnit.MICROS);
  }
}
