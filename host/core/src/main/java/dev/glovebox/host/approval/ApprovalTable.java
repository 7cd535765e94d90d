package dev.glovebox.host.approval;

import dev.glovebox.host.model.CandidateId;
import dev.glovebox.host.model.Page;
import dev.glovebox.host.model.RunId;
import dev.glovebox.host.model.Sha256;
import dev.glovebox.host.model.TeamId;
import dev.glovebox.host.store.Database;
import dev.glovebox.host.store.PageToken;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Rows of approvals: where to look, never what is allowed. */
final class ApprovalTable {
  private final Database database;

  ApprovalTable(Database database) {
    this.database = database;
  }

  /** One row. */
  record Row(
      long number,
      Gate gate,
      String id,
      CandidateId candidate,
      Sha256 envelope,
      Instant recordedAt,
      long sequence,
      Sha256 leafHash,
      Optional<RunId> spentBy) {
    TeamId team() {
      return candidate.team();
    }
  }

  /** Inserts a row unless it is there; its number is the database's. */
  void insert(Row row) {
    database.execute(
        """
        INSERT INTO approval (team, approval_id, gate, candidate_id, envelope, recorded_at,
                              log_seq, leaf_hash)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
        """,
        row.team().value(),
        row.id(),
        row.gate().name(),
        row.candidate().value(),
        row.envelope().hex(),
        row.recordedAt(),
        row.sequence(),
        row.leafHash().hex());
  }

  Optional<Row> find(TeamId team, Gate gate, String id) {
    return database
        .query(
            "SELECT * FROM approval WHERE team = ? AND approval_id = ? AND gate = ?",
            ApprovalTable::row,
            team.value(),
            id,
            gate.name())
        .stream()
        .findFirst();
  }

  /** Returns the newest promotions of a candidate, newest first. */
  List<Row> promotions(CandidateId candidate, int most) {
    return database.query(
        """
        SELECT * FROM approval
        WHERE team = ? AND candidate_id = ? AND gate = 'PROMOTION' ORDER BY number DESC LIMIT ?
        """,
        ApprovalTable::row,
        candidate.team().value(),
        candidate.value(),
        most);
  }

  /** Returns the team's candidates that were promoted, the newest promotion first. */
  List<CandidateId> promoted(TeamId team, int most) {
    return database.query(
        """
        SELECT candidate_id FROM approval WHERE team = ? AND gate = 'PROMOTION'
        GROUP BY candidate_id ORDER BY max(number) DESC LIMIT ?
        """,
        row -> new CandidateId(team, row.getString("candidate_id")),
        team.value(),
        most);
  }

  /**
   * Spends a grant for a run; one statement, so that of many callers exactly one succeeds.
   *
   * @return whether this call was the one
   */
  boolean spend(Row grant, RunId run) {
    return database.execute(
            """
            UPDATE approval SET spent_by = ?
            WHERE team = ? AND approval_id = ? AND gate = 'RUN_GRANT' AND spent_by IS NULL
              AND log_seq = ? AND leaf_hash = ?
            """,
            run.value(),
            grant.team().value(),
            grant.id(),
            grant.sequence(),
            grant.leafHash().hex())
        == 1;
  }

  /** Notes a spending that the log knows of and the row does not. */
  void spent(TeamId team, String id, String run) {
    database.execute(
        "UPDATE approval SET spent_by = ? WHERE team = ? AND approval_id = ? AND spent_by IS NULL",
        run,
        team.value(),
        id);
  }

  <T> Page<T> list(TeamId team, int pageSize, String pageToken, Function<Row, T> item) {
    int size = PageToken.size(pageSize);
    List<Row> rows =
        database.query(
            "SELECT * FROM approval WHERE team = ? AND number < ? ORDER BY number DESC LIMIT ?",
            ApprovalTable::row,
            team.value(),
            PageToken.below(pageToken),
            size + 1);
    return PageToken.page(rows, size, Row::number, item);
  }

  private static Row row(ResultSet row) throws SQLException {
    TeamId team = new TeamId(row.getString("team"));
    @Nullable String run = row.getString("spent_by");
    return new Row(
        row.getLong("number"),
        Gate.valueOf(row.getString("gate")),
        row.getString("approval_id"),
        new CandidateId(team, row.getString("candidate_id")),
        new Sha256(row.getString("envelope")),
        Database.instant(row, "recorded_at"),
        row.getLong("log_seq"),
        new Sha256(row.getString("leaf_hash")),
        run == null ? Optional.empty() : Optional.of(new RunId(team, run)));
  }
}
