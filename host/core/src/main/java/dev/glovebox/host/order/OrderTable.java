package dev.glovebox.host.order;

import dev.glovebox.host.model.RunId;
import dev.glovebox.host.model.Sha256;
import dev.glovebox.host.model.TeamId;
import dev.glovebox.host.plan.ExecutionToken;
import dev.glovebox.host.plan.Plan;
import dev.glovebox.host.store.Database;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Rows of tokens and orders. Every write but recovery's proves the run's lease epoch in the same
 * statement, holding the lease's row against a takeover until it has committed.
 */
final class OrderTable {
  private final Database database;

  OrderTable(Database database) {
    this.database = database;
  }

  /** A token's row, and its order's state if it was redeemed. */
  record TokenRow(
      RunId run,
      int sequence,
      boolean spent,
      long logSequence,
      Sha256 leafHash,
      Optional<OrderState> order) {}

  /** What a failed redemption is explained with. */
  record Standing(long leaseEpoch, boolean known, boolean spent) {}

  void insertToken(ExecutionToken token, long logSequence, String leafHash) {
    database.execute(
        """
        INSERT INTO token (team, run_id, sequence, lease_epoch, plan, mac, expires_at_us,
                           log_seq, leaf_hash)
        SELECT team, run_id, ?, epoch, ?, ?, ?, ?, ? FROM lease
        WHERE team = ? AND run_id = ? AND epoch = ? FOR SHARE
        ON CONFLICT DO NOTHING
        """,
        token.sequence(),
        token.planHash().hex(),
        token.mac(),
        token.expiresAtMicros(),
        logSequence,
        leafHash,
        token.run().team().value(),
        token.run().value(),
        token.leaseEpoch());
  }

  /** The fenced statement; returns whether it redeemed the token. */
  boolean redeem(ExecutionToken token, Plan plan, String clientOrderId, long nowMicros) {
    return database.execute(
            """
            WITH held AS MATERIALIZED (
              SELECT team, run_id, epoch FROM lease
              WHERE team = ? AND run_id = ? AND epoch = ? FOR SHARE),
            redeemed AS (
              UPDATE token SET spent = true FROM held
              WHERE token.team = held.team AND token.run_id = held.run_id
                AND token.lease_epoch = held.epoch AND token.sequence = ? AND token.mac = ?
                AND token.plan = ? AND NOT token.spent AND token.expires_at_us >= ?
              RETURNING token.*)
            INSERT INTO orders (team, run_id, sequence, client_order_id, venue_id, account,
                                instrument, side, type, quantity, reserve, plan, state,
                                lease_epoch, log_seq, leaf_hash)
            SELECT team, run_id, sequence, ?, ?, ?, ?, ?, ?, ?, ?, plan, 'SENT', lease_epoch,
                   log_seq, leaf_hash
            FROM redeemed
            """,
            token.run().team().value(),
            token.run().value(),
            token.leaseEpoch(),
            token.sequence(),
            token.mac(),
            plan.hash().hex(),
            nowMicros,
            clientOrderId,
            plan.venueId(),
            plan.account(),
            plan.instrument(),
            plan.side().name(),
            plan.type().name(),
            plan.quantity(),
            plan.reserve())
        == 1;
  }

  Standing standing(ExecutionToken token) {
    return database
        .query(
            """
            SELECT coalesce(max(lease.epoch), 0) AS epoch,
                   coalesce(bool_or(token.mac = ?), false) AS known,
                   coalesce(bool_or(token.spent), false) AS spent
            FROM (VALUES (?, ?, ?)) AS asked (team, run_id, sequence)
            LEFT JOIN lease USING (team, run_id)
            LEFT JOIN token USING (team, run_id, sequence)
            """,
            row ->
                new Standing(
                    row.getLong("epoch"), row.getBoolean("known"), row.getBoolean("spent")),
            token.mac(),
            token.run().team().value(),
            token.run().value(),
            token.sequence())
        .getFirst();
  }

  /** Moves an order; returns whether the table of transitions and the lease allowed it. */
  boolean move(ExecutionToken token, OrderState to, long leaseEpoch) {
    String from =
        OrderStates.before(to).stream().map(OrderState::name).collect(Collectors.joining(","));
    return database.execute(
            """
            WITH held AS MATERIALIZED (
              SELECT team, run_id FROM lease
              WHERE team = ? AND run_id = ? AND epoch = ? FOR SHARE)
            UPDATE orders SET state = ? FROM held
            WHERE orders.team = held.team AND orders.run_id = held.run_id
              AND orders.sequence = ? AND orders.state = ANY (string_to_array(?, ','))
            """,
            token.run().team().value(),
            token.run().value(),
            leaseEpoch,
            to.name(),
            token.sequence(),
            from)
        == 1;
  }

  List<TokenRow> tokens() {
    return database.query(
        """
        SELECT token.*, orders.state FROM token LEFT JOIN orders USING (team, run_id, sequence)
        ORDER BY token.log_seq
        """,
        row ->
            new TokenRow(
                new RunId(new TeamId(row.getString("team")), row.getString("run_id")),
                row.getInt("sequence"),
                row.getBoolean("spent"),
                row.getLong("log_seq"),
                new Sha256(row.getString("leaf_hash")),
                Optional.ofNullable(row.getString("state")).map(OrderState::valueOf)));
  }

  /**
   * Recovery's own write: cancels what is noted as working for runs that are over; their simulated
   * venue went with its host. Returns what was cancelled.
   */
  List<EndedOrder> cancelWorkingOfEndedRuns(String venueId) {
    String working =
        Arrays.stream(OrderState.values())
            .filter(state -> !OrderStates.isFinal(state))
            .map(OrderState::name)
            .collect(Collectors.joining(","));
    return database.query(
        """
        UPDATE orders SET state = 'CANCELLED', code = 'RUN_INTERRUPTED' FROM run
        WHERE run.team = orders.team AND run.run_id = orders.run_id
          AND run.state IN ('ENDED', 'INTERRUPTED') AND orders.venue_id = ?
          AND orders.state = ANY (string_to_array(?, ','))
        RETURNING orders.team, orders.run_id, orders.sequence, run.owner
        """,
        row ->
            new EndedOrder(
                new RunId(new TeamId(row.getString("team")), row.getString("run_id")),
                row.getInt("sequence"),
                row.getString("owner")),
        venueId,
        working);
  }

  /** An order that recovery ended. */
  record EndedOrder(RunId run, int sequence, String owner) {}

  /** Recovery's own write: nobody redeems this token any more. */
  void burn(LoggedToken token) {
    database.execute(
        """
        INSERT INTO token (team, run_id, sequence, lease_epoch, plan, mac, expires_at_us, spent,
                           log_seq, leaf_hash)
        VALUES (?, ?, ?, ?, ?, repeat('0', 64), 0, true, ?, ?)
        ON CONFLICT (team, run_id, sequence) DO UPDATE SET spent = true
        """,
        token.run().team().value(),
        token.run().value(),
        token.sequence(),
        token.leaseEpoch(),
        token.plan().hex(),
        token.logSequence(),
        token.leafHash().hex());
  }
}
