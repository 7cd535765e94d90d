package dev.glovebox.host.candidate;

import dev.glovebox.host.candidate.StoredCandidates.Places;
import dev.glovebox.host.model.CandidateId;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.model.Sha256;
import dev.glovebox.host.model.TeamId;
import dev.glovebox.host.payload.PayloadStore;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Candidates as the gates see them, from payloads, log and PostgreSQL. Thread-safe. */
public final class StoredReviewedArtifacts implements ReviewedArtifacts {
  private final CandidateTable table;
  private final PayloadStore payloads;
  private final CandidateRecords records;
  private final Withdrawals withdrawals;
  private final Preparation preparation;

  /** Uses the places and withdrawals of {@link StoredCandidates}. */
  public StoredReviewedArtifacts(Places places, Withdrawals withdrawals, Preparation preparation) {
    this.table = new CandidateTable(places.database());
    this.payloads = places.payloads();
    this.records = new CandidateRecords(places.log(), places.reader());
    this.withdrawals = withdrawals;
    this.preparation = preparation;
  }

  @Override
  public ReviewedArtifact load(CandidateId id) {
    CandidateTable.Row row = row(id);
    records.check(row);
    if (row.state() == Candidate.State.WITHDRAWN || withdrawals.contains(id)) {
      throw new Refusal(Code.CANDIDATE_WITHDRAWN, "the candidate was withdrawn");
    }
    CandidateTable.AnalysisRow analysed =
        row.analysed()
            .orElseThrow(
                () -> new Refusal(Code.ANALYSIS_FAILED, "the candidate has no finished analysis"));
    CandidateTable.PreparationRow prepared =
        row.preparation()
            .orElseThrow(
                () -> new Refusal(Code.PREPARATION_FAILED, "the candidate was not prepared"));
    if (prepared.prepared().isEmpty() || prepared.lineMap().isEmpty()) {
      throw prepared.refused();
    }
    return reviewed(row, analysed, prepared.prepared().get(), prepared.lineMap().get());
  }

  private CandidateTable.Row row(CandidateId id) {
    return table
        .find(id)
        .orElseThrow(() -> new Refusal(Code.CANDIDATE_NOT_FOUND, "no such candidate"));
  }

  private ReviewedArtifact reviewed(
      CandidateTable.Row row,
      CandidateTable.AnalysisRow analysed,
      Sha256 prepared,
      Sha256 lineMapHash) {
    TeamId team = row.id().team();
    Sha256 manifest =
        analysed
            .manifest()
            .orElseThrow(() ->
                new Refusal(
                    Code.ANALYSIS_FAILED,
                    "the analysis is older than manifests; submit the bytes again"));
    byte[] findingsBytes = payloads.read(team, analysed.findings());
    FindingList findings = FindingList.parse(findingsBytes);
    byte[] mapBytes = payloads.read(team, lineMapHash);
    LineMap map = LineMap.parse(mapBytes);
    if (!map.form().equals(prepared)) {
      throw new Refusal(Code.AUDIT_PAYLOAD_MISMATCH, "the line map is of another form");
    }
    return new ReviewedArtifact(
        StoredCandidates.candidate(row, findings.findings()),
        payloads.read(team, row.artifact()),
        payloads.read(team, prepared),
        map.formVersion(),
        mapBytes,
        findingsBytes,
        payloads.read(team, manifest),
        findings.ruleSet(),
        findings.ruleSetHash(),
        findings.flagged());
  }

  @Override
  public void mustPrepareAgain(ReviewedArtifact artifact) {
    switch (preparation.prepare(artifact.candidate().language(), artifact.source())) {
      case Preparation.Answer.Prepared(byte[] form, int version, List<Integer> lines) -> {
        byte[] lineMap = new LineMap(Sha256.of(form), version, lines).bytes();
        if (!Arrays.equals(form, artifact.form()) || !Arrays.equals(lineMap, artifact.lineMap())) {
          throw otherForm();
        }
      }
      case Preparation.Answer.Refused _ -> throw otherForm();
      case Preparation.Answer.Failed(String sentence) ->
          throw new Refusal(Code.PREPARATION_FAILED, sentence);
    }
  }

  private static Refusal otherForm() {
    return new Refusal(
        Code.APPROVAL_PREPARED_MISMATCH,
        "a second preparation of the bytes gives another form; submit them again");
  }

  @Override
  public Optional<EarlierArtifact> previous(CandidateId id) {
    return table.before(row(id)).map(this::earlier);
  }

  @Override
  public Optional<EarlierArtifact> firstOf(List<CandidateId> candidates, CandidateId id) {
    return table.firstAmong(row(id), candidates).map(this::earlier);
  }

  private EarlierArtifact earlier(CandidateTable.Row row) {
    records.check(row);
    return new EarlierArtifact(row.id(), payloads.read(row.id().team(), row.artifact()));
  }

  @Override
  public void promoted(CandidateId id) {
    table.promoted(id);
  }
}
