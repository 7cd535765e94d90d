package dev.glovebox.host.app.host;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.glovebox.host.approval.RunAdmission;
import dev.glovebox.host.audit.AuditLog;
import dev.glovebox.host.identity.Directory;
import dev.glovebox.host.killswitch.KillSwitch;
import dev.glovebox.host.order.OrderRecords;
import dev.glovebox.host.order.OrderRecovery;
import dev.glovebox.host.order.PostgresOrderStore;
import dev.glovebox.host.runner.GatedParts;
import dev.glovebox.host.runner.LocalRuns;
import dev.glovebox.host.store.Database;
import dev.glovebox.host.store.LeaseTable;
import java.util.Optional;

/**
 * What stands between this host and orders that somebody pays for: the kill switch and what runs
 * behind the gates need. Thread-safe.
 *
 * <p>Made before the log is opened, because the log's own failure trips the switch.
 */
final class Trading {
  private static final String OWNER = "system:host";

  @GuardedBy("this")
  private Optional<KillSwitch> killSwitch = Optional.empty();

  @GuardedBy("this")
  private boolean logFailed;

  /** The log takes no more records. */
  synchronized void logFailed() {
    logFailed = true;
    killSwitch.ifPresent(one -> one.trip(KillSwitch.LOG_FAILED));
  }

  /** Makes the switch, which records in {@code log}. */
  synchronized void recordIn(AuditLog log) {
    KillSwitch made = new KillSwitch(log, AuditLog.HOST_TEAM, OWNER);
    killSwitch = Optional.of(made);
    if (logFailed) {
      made.trip(KillSwitch.LOG_FAILED);
    }
  }

  /** Returns whether trading is halted; without a switch it never began. */
  synchronized boolean halted() {
    return killSwitch.map(KillSwitch::halted).orElse(true);
  }

  /**
   * Compares tokens and orders with the log, before anything is sent.
   *
   * @throws dev.glovebox.host.model.Refusal AUDIT_ROLLED_BACK
   */
  static void recover(Database database, AuditLog log) {
    OrderRecovery recovery = new OrderRecovery(database, log, OWNER);
    OrderRecovery.Report _ = recovery.recover(OrderRecords.tokens(log.reader()));
    recovery.endWorking(LocalRuns.PAPER_VENUE);
  }

  /** Returns what gated runs need. */
  GatedParts parts(Database database, Directory directory, RunAdmission admission, String holder) {
    return new GatedParts(
        directory::account,
        admission,
        new LeaseTable(database),
        new PostgresOrderStore(database),
        this::halted,
        holder);
  }
}
