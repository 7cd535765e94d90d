package dev.glovebox.host.candidate;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.glovebox.host.audit.Receipt;
import dev.glovebox.host.model.CandidateId;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Page;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.model.Sha256;
import dev.glovebox.host.model.TeamId;
import dev.glovebox.host.model.UntrustedText;
import dev.glovebox.host.store.Database;
import dev.glovebox.host.store.PageToken;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rows of candidates. Hashes in a row are claims: what is used is hashed again. */
final class CandidateTable {
  private final Database database;

  CandidateTable(Database database) {
    this.database = database;
  }

  /** A payload that a record in the log vouches for. */
  record Recorded(long sequence, Sha256 leafHash) {
    static Recorded of(Receipt receipt) {
      return new Recorded(receipt.sequence(), receipt.leafHash());
    }
  }

  /** What the analysis left; no manifest if that was before there were any. */
  record AnalysisRow(Sha256 findings, Sha256 ruleSet, Optional<Sha256> manifest, Recorded record) {}

  /** What the preparation left; no prepared form if it refused the source, and then why. */
  record PreparationRow(
      Optional<Sha256> prepared,
      Optional<Sha256> lineMap,
      Optional<Preparation.Answer.Refused> refusal,
      Recorded record) {
    /** The refusal of a run, a review or a check of what was not prepared. */
    Refusal refused() {
      return new Refusal(
          Code.PREPARATION_REFUSED,
          refusal
              .map(Preparation.Answer.Refused::sentence)
              .orElse("the source cannot be prepared"));
    }
  }

  /** One row. */
  record Row(
      long number,
      CandidateId id,
      String owner,
      String language,
      UntrustedText fileName,
      Sha256 artifact,
      Candidate.State state,
      boolean analysis,
      Instant submittedAt,
      Recorded submission,
      Optional<AnalysisRow> analysed,
      Optional<PreparationRow> preparation) {}

  void insert(
      CandidateId id,
      String owner,
      Candidates.Submission submission,
      Sha256 artifact,
      Instant now,
      Receipt receipt) {
    database.execute(
        """
        INSERT INTO candidate (team, candidate_id, owner, language, file_name, artifact, state,
                               analysis, submitted_at, log_seq, leaf_hash)
        VALUES (?, ?, ?, ?, ?, ?, 'SUBMITTED', ?, ?, ?, ?)
        """,
        id.team().value(),
        id.value(),
        owner,
        submission.language(),
        submission.fileName().raw().getBytes(StandardCharsets.UTF_8),
        artifact.hex(),
        submission.analysis(),
        now,
        receipt.sequence(),
        receipt.leafHash().hex());
  }

  /** Notes both results; a candidate that was withdrawn meanwhile stays so. */
  void examined(
      CandidateId id,
      Candidate.State state,
      Optional<AnalysisRow> analysed,
      PreparationRow preparation) {
    database.execute(
        """
        UPDATE candidate SET
          state = CASE WHEN state = 'SUBMITTED' THEN ? ELSE state END,
          findings = ?, rule_set = ?, strategy_manifest = ?, analysis_seq = ?, analysis_leaf = ?,
          prepared = ?, line_map = ?, preparation_refusal = ?, preparation_seq = ?,
          preparation_leaf = ?
        WHERE team = ? AND candidate_id = ?
        """,
        state.name(),
        analysed.map(row -> row.findings().hex()),
        analysed.map(row -> row.ruleSet().hex()),
        analysed.flatMap(AnalysisRow::manifest).map(Sha256::hex),
        analysed.map(row -> row.record().sequence()),
        analysed.map(row -> row.record().leafHash().hex()),
        preparation.prepared().map(Sha256::hex),
        preparation.lineMap().map(Sha256::hex),
        preparation.refusal().map(refused -> CandidateRecords.detail(refused).text()),
        preparation.record().sequence(),
        preparation.record().leafHash().hex(),
        id.team().value(),
        id.value());
  }

  /** Returns whether this call was the one that withdrew it. */
  @CanIgnoreReturnValue
  boolean withdraw(CandidateId id) {
    return database.execute(
            """
            UPDATE candidate SET state = 'WITHDRAWN'
            WHERE team = ? AND candidate_id = ? AND state <> 'WITHDRAWN'
            """,
            id.team().value(),
            id.value())
        > 0;
  }

  /** Notes that gate 1 was passed: a word for people, which permits nothing. */
  void promoted(CandidateId id) {
    database.execute(
        """
        UPDATE candidate SET state = 'PROMOTED'
        WHERE team = ? AND candidate_id = ? AND state = 'ANALYZED'
        """,
        id.team().value(),
        id.value());
  }

  Optional<Row> find(CandidateId id) {
    return database
        .query(
            "SELECT * FROM candidate WHERE team = ? AND candidate_id = ?",
            CandidateTable::row,
            id.team().value(),
            id.value())
        .stream()
        .findFirst();
  }

  /**
   * Returns the one of an owner's candidates with {@code artifact} that a run is of: one that can
   * be used if there is one, of several the newest. The same bytes that are just being handed in
   * again hide none.
   */
  List<Row> withArtifact(TeamId team, String owner, Sha256 artifact, boolean analysed) {
    return database.query(
        """
        SELECT * FROM candidate
        WHERE team = ? AND owner = ? AND artifact = ? AND (analysis OR NOT ?)
        ORDER BY state = 'WITHDRAWN', state <> 'PROMOTED', preparation_seq IS NULL,
          analysis AND analysis_seq IS NULL, number DESC
        LIMIT 1
        """,
        CandidateTable::row,
        team.value(),
        owner,
        artifact.hex(),
        analysed);
  }

  /**
   * Returns the newest candidate before {@code row}'s of the same owner under the same file name
   * with other bytes, whatever became of it.
   */
  Optional<Row> before(Row row) {
    return database
        .query(
            """
            SELECT * FROM candidate
            WHERE team = ? AND owner = ? AND file_name = ? AND artifact <> ? AND number < ?
            ORDER BY number DESC LIMIT 1
            """,
            CandidateTable::row,
            row.id().team().value(),
            row.owner(),
            row.fileName().raw().getBytes(StandardCharsets.UTF_8),
            row.artifact().hex(),
            row.number())
        .stream()
        .findFirst();
  }

  /**
   * Returns the first among {@code ids} that is of the same owner under the same file name as
   * {@code row}, with other bytes.
   */
  Optional<Row> firstAmong(Row row, List<CandidateId> ids) {
    String listed = ids.stream().map(CandidateId::value).collect(Collectors.joining(","));
    return database
        .query(
            """
            SELECT candidate.* FROM candidate
            JOIN unnest(string_to_array(?, ',')) WITH ORDINALITY AS listed(id, place)
              ON listed.id = candidate_id
            WHERE team = ? AND owner = ? AND file_name = ? AND artifact <> ?
            ORDER BY listed.place LIMIT 1
            """,
            CandidateTable::row,
            listed,
            row.id().team().value(),
            row.owner(),
            row.fileName().raw().getBytes(StandardCharsets.UTF_8),
            row.artifact().hex())
        .stream()
        .findFirst();
  }

  boolean known(TeamId team, Sha256 artifact) {
    return !database
        .query(
            "SELECT 1 FROM candidate WHERE team = ? AND artifact = ? LIMIT 1",
            row -> row.getInt(1),
            team.value(),
            artifact.hex())
        .isEmpty();
  }

  /** Lists a team's candidates; of one artifact, if it is named. */
  Page<Candidate> list(
      TeamId team,
      Optional<Sha256> artifact,
      int pageSize,
      String pageToken,
      Function<Row, Candidate> item) {
    int size = PageToken.size(pageSize);
    List<Row> rows =
        database.query(
            """
            SELECT * FROM candidate
            WHERE team = ? AND (? OR artifact = ?) AND number < ? ORDER BY number DESC LIMIT ?
            """,
            CandidateTable::row,
            team.value(),
            artifact.isEmpty(),
            artifact.map(Sha256::hex).orElse(""),
            PageToken.below(pageToken),
            size + 1);
    return PageToken.page(rows, size, Row::number, item);
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getLong("number"),
        new CandidateId(new TeamId(row.getString("team")), row.getString("candidate_id")),
        row.getString("owner"),
        row.getString("language"),
        new UntrustedText(new String(row.getBytes("file_name"), StandardCharsets.UTF_8)),
        new Sha256(row.getString("artifact")),
        Candidate.State.valueOf(row.getString("state")),
        row.getBoolean("analysis"),
        Database.instant(row, "submitted_at"),
        new Recorded(row.getLong("log_seq"), new Sha256(row.getString("leaf_hash"))),
        analysed(row),
        preparation(row));
  }

  private static Optional<AnalysisRow> analysed(ResultSet row) throws SQLException {
    Optional<Sha256> findings = hash(row, "findings");
    Optional<Sha256> ruleSet = hash(row, "rule_set");
    Optional<Recorded> record = recorded(row, "analysis");
    return findings.isPresent() && ruleSet.isPresent() && record.isPresent()
        ? Optional.of(
            new AnalysisRow(
                findings.get(), ruleSet.get(), hash(row, "strategy_manifest"), record.get()))
        : Optional.empty();
  }

  private static Optional<PreparationRow> preparation(ResultSet row) throws SQLException {
    Optional<Recorded> record = recorded(row, "preparation");
    return record.isPresent()
        ? Optional.of(
            new PreparationRow(
                hash(row, "prepared"), hash(row, "line_map"), refusal(row), record.get()))
        : Optional.empty();
  }

  private static Optional<Preparation.Answer.Refused> refusal(ResultSet row) throws SQLException {
    @Nullable String text = row.getString("preparation_refusal");
    return text == null ? Optional.empty() : CandidateRecords.refused(text);
  }

  private static Optional<Recorded> recorded(ResultSet row, String step) throws SQLException {
    Optional<Sha256> leaf = hash(row, step + "_leaf");
    long sequence = row.getLong(step + "_seq");
    return leaf.map(hash -> new Recorded(sequence, hash));
  }

  private static Optional<Sha256> hash(ResultSet row, String column) throws SQLException {
    @Nullable String text = row.getString(column);
    return text == null ? Optional.empty() : Optional.of(new Sha256(text));
  }
}
