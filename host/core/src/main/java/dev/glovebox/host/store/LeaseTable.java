package dev.glovebox.host.store;

import dev.glovebox.host.model.RunId;
import java.time.Duration;
import java.util.Optional;

/**
 * Leases of runs.
 *
 * <p>Each operation is one statement that commits by itself: a paused holder never keeps a lock.
 * {@code expires_at} is computed after the wait for the row's lock, by {@code clock_timestamp()}.
 */
public final class LeaseTable {
  private final Database database;

  /** Uses the table in {@code database}. */
  public LeaseTable(Database database) {
    this.database = database;
  }

  /** Takes a run's lease with the next epoch; empty while another one is valid. */
  public Optional<Lease> acquire(RunId run, String holder, Duration validFor) {
    // What follows DO UPDATE is evaluated with the row's lock held.
    return database
        .query(
            """
            INSERT INTO lease (team, run_id, epoch, holder, expires_at)
            VALUES (?, ?, 1, ?, clock_timestamp() + (? || ' milliseconds')::interval)
            ON CONFLICT (team, run_id) DO UPDATE SET
              epoch = lease.epoch + 1,
              holder = EXCLUDED.holder,
              expires_at = clock_timestamp() + (? || ' milliseconds')::interval
            WHERE lease.expires_at <= clock_timestamp()
            RETURNING epoch, expires_at
            """,
            row ->
                new Lease(run, row.getLong("epoch"), holder, Database.instant(row, "expires_at")),
            run.team().value(),
            run.value(),
            holder,
            String.valueOf(validFor.toMillis()),
            String.valueOf(validFor.toMillis()))
        .stream()
        .findFirst();
  }

  /** Prolongs a lease that is still valid; empty if it ended or another host has it. */
  public Optional<Lease> renew(Lease lease, Duration validFor) {
    return database
        .query(
            """
            WITH held AS MATERIALIZED (
              SELECT team, run_id FROM lease
              WHERE team = ? AND run_id = ? AND epoch = ? FOR UPDATE)
            UPDATE lease SET expires_at = clock_timestamp() + (? || ' milliseconds')::interval
            FROM held
            WHERE lease.team = held.team AND lease.run_id = held.run_id
              AND lease.expires_at > clock_timestamp()
            RETURNING lease.expires_at
            """,
            row ->
                new Lease(
                    lease.run(),
                    lease.epoch(),
                    lease.holder(),
                    Database.instant(row, "expires_at")),
            lease.run().team().value(),
            lease.run().value(),
            lease.epoch(),
            String.valueOf(validFor.toMillis()))
        .stream()
        .findFirst();
  }

  /** Ends a lease; the row stays, so that no epoch is ever used twice. */
  public void release(Lease lease) {
    database.execute(
        """
        UPDATE lease SET expires_at = clock_timestamp()
        WHERE team = ? AND run_id = ? AND epoch = ? AND expires_at > clock_timestamp()
        """,
        lease.run().team().value(),
        lease.run().value(),
        lease.epoch());
  }
}
