package dev.glovebox.host.runner;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.glovebox.host.clock.Clock;
import dev.glovebox.host.market.EndSignal;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.model.RunId;
import dev.glovebox.host.store.Lease;
import dev.glovebox.host.store.LeaseTable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds the leases of this host's runs and prolongs them. Thread-safe.
 *
 * <p>A run whose lease cannot be prolonged in time is told so by the host's monotonic clock, which
 * started before the database's did: it stops itself before anybody else may take over.
 */
final class LeaseKeeper implements AutoCloseable {
  /** How long a lease is valid after each renewal. */
  static final Duration VALID = Duration.ofSeconds(15);

  /** How often leases are prolonged within that time. */
  private static final int RENEWALS_PER_VALIDITY = 5;

  private static final Logger LOG = LoggerFactory.getLogger(LeaseKeeper.class);

  private final LeaseTable table;
  private final Clock clock;
  private final EndSignal end = new EndSignal();
  private final Object lock = new Object();

  @GuardedBy("lock")
  private final Map<RunId, Held> held = new HashMap<>();

  @GuardedBy("lock")
  private boolean started;

  LeaseKeeper(LeaseTable table, Clock clock) {
    this.table = table;
    this.clock = clock;
  }

  private record Held(Lease lease, long provenAtNanos, Runnable lost) {}

  /** Takes the lease of a run; empty while somebody else has it. */
  Optional<Lease> acquire(RunId run, String holder) {
    return table.acquire(run, holder, VALID);
  }

  /** Prolongs {@code lease} from now on; {@code lost} is told once if that fails. */
  void keep(Lease lease, Runnable lost) {
    synchronized (lock) {
      held.put(lease.run(), new Held(lease, clock.monotonicNanos(), lost));
      if (!started) {
        started = true;
        Thread.ofPlatform().name("leases").daemon().start(this::keepAll);
      }
    }
  }

  /** Gives a lease back. */
  void release(Lease lease) {
    synchronized (lock) {
      held.remove(lease.run());
    }
    table.release(lease);
  }

  @Override
  public void close() {
    end.end();
  }

  private void keepAll() {
    while (end.pause(VALID.toNanos() / RENEWALS_PER_VALIDITY)) {
      renew();
    }
  }

  /** Prolongs every lease once. */
  void renew() {
    List<Held> all;
    synchronized (lock) {
      all = new ArrayList<>(held.values());
    }
    all.forEach(this::renew);
  }

  private void renew(Held one) {
    long before = clock.monotonicNanos();
    boolean lost;
    try {
      lost = table.renew(one.lease(), VALID).isEmpty();
    } catch (Refusal e) {
      LOG.warn("a lease could not be prolonged: {}", e.code());
      lost = before - one.provenAtNanos() >= VALID.toNanos();
      before = one.provenAtNanos();
    }
    boolean mine;
    synchronized (lock) {
      mine = one.equals(held.get(one.lease().run()));
      if (mine && lost) {
        held.remove(one.lease().run());
      } else if (mine) {
        held.put(one.lease().run(), new Held(one.lease(), before, one.lost()));
      }
    }
    if (mine && lost) {
      one.lost().run();
    }
  }
}
