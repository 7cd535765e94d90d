package dev.glovebox.host.approval;

import dev.glovebox.host.audit.Receipt;
import dev.glovebox.host.model.Sha256;
import dev.glovebox.host.model.TeamId;
import dev.glovebox.host.store.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rows of enrolled keys. */
final class ReviewerKeyTable {
  private final Database database;

  ReviewerKeyTable(Database database) {
    this.database = database;
  }

  /** One row. */
  record Row(
      TeamId team,
      String keyId,
      String owner,
      String key,
      Place enrolled,
      Optional<Place> revoked) {}

  /** A record that a row names. */
  record Place(long sequence, Sha256 leafHash) {}

  Optional<Row> find(TeamId team, String keyId) {
    return database
        .query(
            "SELECT * FROM reviewer_key WHERE team = ? AND key_id = ?",
            ReviewerKeyTable::row,
            team.value(),
            keyId)
        .stream()
        .findFirst();
  }

  List<Row> all() {
    return database.query(
        "SELECT * FROM reviewer_key ORDER BY log_seq LIMIT ?",
        ReviewerKeyTable::row,
        ApprovalPolicy.KEYS_MAX);
  }

  void insert(Enrolment enrolment, Receipt receipt) {
    database.execute(
        """
        INSERT INTO reviewer_key (team, key_id, owner, key, log_seq, leaf_hash)
        VALUES (?, ?, ?, ?, ?, ?)
        """,
        enrolment.team().value(),
        enrolment.key().keyId(),
        enrolment.owner(),
        enrolment.key().text(),
        receipt.sequence(),
        receipt.leafHash().hex());
  }

  void revoke(TeamId team, String keyId, Receipt receipt) {
    database.execute(
        """
        UPDATE reviewer_key SET revoked_seq = ?, revoked_leaf = ?
        WHERE team = ? AND key_id = ? AND revoked_seq IS NULL
        """,
        receipt.sequence(),
        receipt.leafHash().hex(),
        team.value(),
        keyId);
  }

  private static Row row(ResultSet row) throws SQLException {
    @Nullable String leaf = row.getString("revoked_leaf");
    Optional<Place> revoked =
        leaf == null
            ? Optional.empty()
            : Optional.of(new Place(row.getLong("revoked_seq"), new Sha256(leaf)));
    return new Row(
        new TeamId(row.getString("team")),
        row.getString("key_id"),
        row.getString("owner"),
        row.getString("key"),
        new Place(row.getLong("log_seq"), new Sha256(row.getString("leaf_hash"))),
        revoked);
  }
}
