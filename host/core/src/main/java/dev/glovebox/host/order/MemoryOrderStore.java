package dev.glovebox.host.order;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.glovebox.host.audit.Receipt;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.model.RunId;
import dev.glovebox.host.plan.ExecutionToken;
import dev.glovebox.host.plan.Plan;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tokens and orders of one backtest, gone with it. Thread-safe. */
public final class MemoryOrderStore implements OrderStore {
  private record Key(RunId run, int sequence) {}

  private static final class Row {
    private final ExecutionToken token;
    private @Nullable OrderState state;

    private Row(ExecutionToken token) {
      this.token = token;
    }
  }

  private final Object lock = new Object();

  @GuardedBy("lock")
  private final Map<Key, Row> rows = new HashMap<>();

  @GuardedBy("lock")
  private long epoch;

  /** Starts with the run's lease at {@code epoch}. */
  public MemoryOrderStore(long epoch) {
    this.epoch = epoch;
  }

  /** Moves the lease on: everything issued under another epoch is fenced off. */
  public void fence(long newEpoch) {
    synchronized (lock) {
      epoch = newEpoch;
    }
  }

  @Override
  public void issued(ExecutionToken token, long logSequence, String leafHash) {
    synchronized (lock) {
      rows.putIfAbsent(new Key(token.run(), token.sequence()), new Row(token));
    }
  }

  @Override
  public void issued(ExecutionToken token, Receipt receipt) {
    issued(token, receipt.sequence(), "");
  }

  @Override
  public Redemption redeem(ExecutionToken token, Plan plan, String clientOrderId, long nowMicros) {
    synchronized (lock) {
      if (token.leaseEpoch() != epoch) {
        return Redemption.LEASE_LOST;
      }
      Row row = rows.get(new Key(token.run(), token.sequence()));
      if (row == null || !row.token.equals(token)) {
        return Redemption.TOKEN_UNKNOWN;
      }
      if (row.state != null) {
        return Redemption.TOKEN_SPENT;
      }
      if (nowMicros > token.expiresAtMicros()) {
        return Redemption.TOKEN_EXPIRED;
      }
      row.state = OrderState.SENT;
      return Redemption.REDEEMED;
    }
  }

  @Override
  public void moved(ExecutionToken token, OrderState to, long leaseEpoch) {
    synchronized (lock) {
      if (leaseEpoch != epoch) {
        throw new Refusal(Code.LEASE_LOST, "the run's lease has moved on");
      }
      Row row = rows.get(new Key(token.run(), token.sequence()));
      if (row == null || row.state == null) {
        throw new IllegalStateException("there is no such order");
      }
      OrderStates.check(row.state, to);
      row.state = to;
    }
  }
}
