package dev.glovebox.host.runner;

import dev.glovebox.host.audit.Receipt;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Mode;
import dev.glovebox.host.model.Page;
import dev.glovebox.host.model.Refusal;
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
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Rows of runs. Every change names the lease epoch under which the run was started. */
public final class RunTable {
  private final Database database;

  /** Uses the table in {@code database}. */
  public RunTable(Database database) {
    this.database = database;
  }

  /** Where a run stands. */
  public enum State {
    /** Its row is there; its manifest may not be recorded yet. */
    STARTING,
    /** Its manifest is recorded. */
    RUNNING,
    /** Its result is recorded. */
    ENDED,
    /** Its host ended first. */
    INTERRUPTED
  }

  /**
   * One row.
   *
   * @param code how it ended; empty while it has not
   * @param manifestSequence place of its manifest in the log
   * @param resultSequence place of its result, or of the record of its interruption
   * @param report payload with its report files, as its runner wrote it
   * @param account resource name of the account it trades for; empty for a backtest
   * @param grant resource name of its run grant; empty for a backtest
   */
  public record RunRow(
      long number,
      RunId run,
      String owner,
      Mode mode,
      Sha256 artifact,
      Sha256 runSpec,
      State state,
      long leaseEpoch,
      Optional<String> code,
      OptionalLong manifestSequence,
      OptionalLong resultSequence,
      Optional<Sha256> report,
      Optional<String> account,
      Optional<String> grant,
      Instant startedAt,
      Optional<Instant> endedAt) {}

  /** What a run begins with. */
  public record NewRun(
      RunId run,
      String owner,
      Mode mode,
      Sha256 artifact,
      Sha256 runSpec,
      long leaseEpoch,
      Instant startedAt) {}

  /** Inserts a run in state STARTING; the id must be new. */
  public void starting(NewRun run) {
    database.execute(
        """
        INSERT INTO run (team, run_id, owner, mode, artifact, runspec, state, lease_epoch,
                         started_at)
        VALUES (?, ?, ?, ?, ?, ?, 'STARTING', ?, ?)
        """,
        run.run().team().value(),
        run.run().value(),
        run.owner(),
        run.mode().name(),
        run.artifact().hex(),
        run.runSpec().hex(),
        run.leaseEpoch(),
        run.startedAt());
  }

  /**
   * What a gated run holds while it is open.
   *
   * @param account {@code teams/T/accounts/A}
   * @param grant {@code teams/T/grants/G}; empty if the caller named none
   * @param runsMax most open runs of the account
   */
  public record Hold(
      String account, String instrument, String candidate, String grant, int runsMax) {}

  /**
   * Inserts a gated run in state STARTING under a free place of its account. One statement takes
   * place and instrument; unique indexes hold both against every other host.
   *
   * @throws Refusal INSTRUMENT_RUN_CONFLICT or RUNNER_CAP_EXCEEDED; nothing is inserted
   */
  public void starting(NewRun run, Hold hold) {
    while (true) {
      if (claimed(run, hold)) {
        return;
      }
      Standing standing = standing(run.run().team(), hold);
      if (standing.instrument()) {
        throw new Refusal(
            Code.INSTRUMENT_RUN_CONFLICT,
            "another run of the account trades " + hold.instrument() + " already");
      }
      if (standing.open() >= hold.runsMax()) {
        throw new Refusal(
            Code.RUNNER_CAP_EXCEEDED, "the account runs " + hold.runsMax() + " already");
      }
      // Another start took the place in between, so one of us went on: the next try is not in vain.
    }
  }

  private boolean claimed(NewRun run, Hold hold) {
    return database.execute(
            """
            INSERT INTO run (team, run_id, owner, mode, artifact, runspec, state, lease_epoch,
                             started_at, account, instrument, candidate_id, run_grant, place)
            SELECT ?, ?, ?, ?, ?, ?, 'STARTING', ?, ?, ?, ?, ?, ?, place
            FROM generate_series(1, ?) AS place
            WHERE NOT EXISTS (
              SELECT 1 FROM run AS open
              WHERE open.team = ? AND open.account = ? AND open.place = place.place
                AND open.state IN ('STARTING', 'RUNNING'))
            ORDER BY place LIMIT 1
            ON CONFLICT DO NOTHING
            """,
            run.run().team().value(),
            run.run().value(),
            run.owner(),
            run.mode().name(),
            run.artifact().hex(),
            run.runSpec().hex(),
            run.leaseEpoch(),
            run.startedAt(),
            hold.account(),
            hold.instrument(),
            hold.candidate(),
            hold.grant(),
            hold.runsMax(),
            run.run().team().value(),
            hold.account())
        == 1;
  }

  private record Standing(long open, boolean instrument) {}

  private Standing standing(TeamId team, Hold hold) {
    return database
        .query(
            """
            SELECT count(*) AS open, coalesce(bool_or(instrument = ?), false) AS conflict
            FROM run
            WHERE team = ? AND account = ? AND state IN ('STARTING', 'RUNNING')
            """,
            row -> new Standing(row.getLong("open"), row.getBoolean("conflict")),
            hold.instrument(),
            team.value(),
            hold.account())
        .getFirst();
  }

  /** Moves a run to RUNNING once its manifest is recorded. */
  public void running(RunId run, long leaseEpoch, Receipt manifest) {
    demand(
        database.execute(
            """
            UPDATE run SET state = 'RUNNING', manifest_seq = ?, manifest_leaf = ?
            WHERE team = ? AND run_id = ? AND lease_epoch = ? AND state = 'STARTING'
            """,
            manifest.sequence(),
            manifest.leafHash().hex(),
            run.team().value(),
            run.value(),
            leaseEpoch));
  }

  /** Moves a run to ENDED once its result is recorded. */
  public void ended(
      RunId run,
      long leaseEpoch,
      String code,
      Optional<Sha256> report,
      Receipt result,
      Instant endedAt) {
    demand(
        database.execute(
            """
            UPDATE run SET state = 'ENDED', code = ?, report = ?, result_seq = ?,
                           result_leaf = ?, ended_at = ?
            WHERE team = ? AND run_id = ? AND lease_epoch = ? AND state = 'RUNNING'
            """,
            code,
            report.map(Sha256::hex),
            result.sequence(),
            result.leafHash().hex(),
            endedAt,
            run.team().value(),
            run.value(),
            leaseEpoch));
  }

  /** Drops a run whose manifest was refused: it never began. */
  public void neverBegan(RunId run, long leaseEpoch) {
    database.execute(
        """
        DELETE FROM run
        WHERE team = ? AND run_id = ? AND lease_epoch = ? AND state = 'STARTING'
        """,
        run.team().value(),
        run.value(),
        leaseEpoch);
  }

  /** Recovery's own write: closes a run that a dead host left. */
  void close(RunId run, State state, String code, long sequence, Sha256 leaf, Instant endedAt) {
    database.execute(
        """
        UPDATE run SET state = ?, code = ?, result_seq = ?, result_leaf = ?, ended_at = ?
        WHERE team = ? AND run_id = ? AND state IN ('STARTING', 'RUNNING')
        """,
        state.name(),
        code,
        sequence,
        leaf.hex(),
        endedAt,
        run.team().value(),
        run.value());
  }

  /** Returns one run. */
  public Optional<RunRow> find(RunId run) {
    return database
        .query(
            "SELECT * FROM run WHERE team = ? AND run_id = ?",
            RunTable::row,
            run.team().value(),
            run.value())
        .stream()
        .findFirst();
  }

  /** Lists a team's runs, newest first. */
  public Page<RunRow> list(TeamId team, int pageSize, String pageToken) {
    int size = PageToken.size(pageSize);
    List<RunRow> rows =
        database.query(
            "SELECT * FROM run WHERE team = ? AND number < ? ORDER BY number DESC LIMIT ?",
            RunTable::row,
            team.value(),
            PageToken.below(pageToken),
            size + 1);
    return PageToken.page(rows, size, RunRow::number, row -> row);
  }

  /** Lists the runs of one owner in a team, newest first. */
  public Page<RunRow> listOf(TeamId team, String owner, int pageSize, String pageToken) {
    int size = PageToken.size(pageSize);
    List<RunRow> rows =
        database.query(
            """
            SELECT * FROM run WHERE team = ? AND owner = ? AND number < ?
            ORDER BY number DESC LIMIT ?
            """,
            RunTable::row,
            team.value(),
            owner,
            PageToken.below(pageToken),
            size + 1);
    return PageToken.page(rows, size, RunRow::number, row -> row);
  }

  /** Returns the runs of all teams in one state, oldest first. */
  public List<RunRow> in(State state) {
    return database.query(
        "SELECT * FROM run WHERE state = ? ORDER BY number", RunTable::row, state.name());
  }

  private static void demand(int changed) {
    if (changed != 1) {
      throw new IllegalStateException("the run is not there, or in another state or epoch");
    }
  }

  private static RunRow row(ResultSet row) throws SQLException {
    return new RunRow(
        row.getLong("number"),
        new RunId(new TeamId(row.getString("team")), row.getString("run_id")),
        row.getString("owner"),
        Mode.valueOf(row.getString("mode")),
        new Sha256(row.getString("artifact")),
        new Sha256(row.getString("runspec")),
        State.valueOf(row.getString("state")),
        row.getLong("lease_epoch"),
        Optional.ofNullable(row.getString("code")),
        number(row, "manifest_seq"),
        number(row, "result_seq"),
        Optional.ofNullable(row.getString("report")).map(Sha256::new),
        Optional.ofNullable(row.getString("account")),
        Optional.ofNullable(row.getString("run_grant")).filter(grant -> !grant.isEmpty()),
        Database.instant(row, "started_at"),
        instant(row, "ended_at"));
  }

  private static OptionalLong number(ResultSet row, String column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    @Nullable Object value = row.getObject(column);
    return value == null ? Optional.empty() : Optional.of(Database.instant(row, column));
  }
}
