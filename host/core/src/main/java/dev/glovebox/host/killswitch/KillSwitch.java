package dev.glovebox.host.killswitch;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.glovebox.host.audit.Evidence;
import dev.glovebox.host.audit.RecordDraft;
import dev.glovebox.host.audit.StepType;
import dev.glovebox.host.model.Json;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.model.TeamId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The host's switch: ACTIVE until something trips it, then HALTED until the host ends.
 *
 * <p>Thread-safe and one-way. It halts first and records afterwards: a log that fails is itself a
 * reason to trip, and must not keep the switch from acting.
 */
public final class KillSwitch {
  /** Reason of a trip by the audit log's own failure. */
  public static final String LOG_FAILED = "LOG_FAILED";

  /** No reason: trading goes on. Compared by identity. */
  private static final Optional<String> ACTIVE = Optional.empty();

  private static final Logger LOG = LoggerFactory.getLogger(KillSwitch.class);

  private final AtomicReference<Optional<String>> reason = new AtomicReference<>(ACTIVE);
  private final Evidence log;
  private final TeamId team;
  private final String owner;

  /** Makes an untripped switch that records under the host's own {@code team} and {@code owner}. */
  public KillSwitch(Evidence log, TeamId team, String owner) {
    this.log = log;
    this.team = team;
    this.owner = owner;
  }

  /** Returns whether trading is halted. */
  public boolean halted() {
    return reason.get().isPresent();
  }

  /** Returns why trading was halted first. */
  public Optional<String> reason() {
    return reason.get();
  }

  /**
   * Halts trading; only the first trip counts and is recorded, unless the log itself failed.
   *
   * @param why a stable word such as {@link #LOG_FAILED}
   * @return whether this call was the first
   */
  @CanIgnoreReturnValue
  public boolean trip(String why) {
    if (!reason.compareAndSet(ACTIVE, Optional.of(why))) {
      return false;
    }
    if (why.equals(LOG_FAILED)) {
      // It tells us on its own thread, and takes no more records.
      LOG.error("trading is halted: the audit log failed");
      return true;
    }
    try {
      log.append(
          RecordDraft.of(StepType.KILL_SWITCH, team, owner, "system:killswitch")
              .detailed(Json.of(Map.of("state", Json.of("HALTED"), "reason", Json.of(why)))));
    } catch (Refusal e) {
      LOG.error("trading is halted ({}), but the log did not take the record: {}", why, e.code());
    }
    return true;
  }
}
