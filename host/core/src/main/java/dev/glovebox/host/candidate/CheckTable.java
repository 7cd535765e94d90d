package dev.glovebox.host.candidate;

import dev.glovebox.host.audit.Receipt;
import dev.glovebox.host.candidate.CheckReports.Finished;
import dev.glovebox.host.model.CandidateId;
import dev.glovebox.host.model.CheckId;
import dev.glovebox.host.model.Sha256;
import dev.glovebox.host.model.TeamId;
import dev.glovebox.host.store.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** Rows of honesty checks that ended. What a row says is a claim until the log agrees. */
final class CheckTable {
  private final Database database;

  CheckTable(Database database) {
    this.database = database;
  }

  /** One row. */
  record Row(
      CheckId id,
      CandidateId candidate,
      String owner,
      Sha256 artifact,
      Sha256 prepared,
      Sha256 runSpec,
      CheckReport.Overall overall,
      Sha256 report,
      Instant endedAt,
      long sequence,
      Sha256 leafHash) {}

  void insert(Finished check, Sha256 report, Instant endedAt, Receipt receipt) {
    database.execute(
        """
        INSERT INTO honesty_check (team, check_id, candidate_id, owner, artifact, prepared, runspec,
                                   overall, report, ended_at, log_seq, leaf_hash)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        check.id().team().value(),
        check.id().value(),
        check.candidate().value(),
        check.owner(),
        check.artifact().hex(),
        check.prepared().hex(),
        check.runSpec().hex(),
        check.overall().name(),
        report.hex(),
        endedAt,
        receipt.sequence(),
        receipt.leafHash().hex());
  }

  Optional<Row> find(CheckId id) {
    return database
        .query(
            "SELECT * FROM honesty_check WHERE team = ? AND check_id = ?",
            CheckTable::row,
            id.team().value(),
            id.value())
        .stream()
        .findFirst();
  }

  Optional<Row> newest(CandidateId candidate) {
    return database
        .query(
            """
            SELECT * FROM honesty_check WHERE team = ? AND candidate_id = ?
            ORDER BY number DESC LIMIT 1
            """,
            CheckTable::row,
            candidate.team().value(),
            candidate.value())
        .stream()
        .findFirst();
  }

  private static Row row(ResultSet row) throws SQLException {
    TeamId team = new TeamId(row.getString("team"));
    return new Row(
        new CheckId(team, row.getString("check_id")),
        new CandidateId(team, row.getString("candidate_id")),
        row.getString("owner"),
        new Sha256(row.getString("artifact")),
        new Sha256(row.getString("prepared")),
        new Sha256(row.getString("runspec")),
        CheckReport.Overall.valueOf(row.getString("overall")),
        new Sha256(row.getString("report")),
        Database.instant(row, "ended_at"),
        row.getLong("log_seq"),
        new Sha256(row.getString("leaf_hash")));
  }
}
