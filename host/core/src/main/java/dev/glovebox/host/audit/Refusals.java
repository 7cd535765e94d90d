package dev.glovebox.host.audit;

import dev.glovebox.host.clock.Clock;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Json;
import dev.glovebox.host.model.TeamId;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Records what principals were refused, no more than so much of one of them. Thread-safe.
 *
 * <p>Who asks without end for what is refused must not fill the log; what went unrecorded is
 * counted in the next record.
 */
public final class Refusals {
  /** Most records of one principal within {@link #WINDOW}. */
  public static final int RECORDS_PER_WINDOW_MAX = 60;

  /** How long a principal's records are counted together. */
  public static final Duration WINDOW = Duration.ofMinutes(1);

  private final Evidence log;
  private final Clock clock;

  /** Bounded by the principals of the configuration: strangers do not get this far. */
  private final Map<String, Spell> spells = new HashMap<>();

  /** Records in {@code log}. */
  public Refusals(Evidence log, Clock clock) {
    this.log = log;
    this.clock = clock;
  }

  private record Spell(long since, int recorded, long unrecorded) {}

  /**
   * Records a refusal, or counts it.
   *
   * @param owner whose it is; also the name under which refusals are counted
   */
  public void record(TeamId team, String owner, String event, Code code, Map<String, Json> about) {
    long unrecorded;
    synchronized (spells) {
      long now = clock.monotonicNanos();
      Spell spell = spells.getOrDefault(owner, new Spell(now, 0, 0));
      if (now - spell.since() >= WINDOW.toNanos()) {
        spell = new Spell(now, 0, spell.unrecorded());
      }
      if (spell.recorded() >= RECORDS_PER_WINDOW_MAX) {
        spells.put(owner, new Spell(spell.since(), spell.recorded(), spell.unrecorded() + 1));
        return;
      }
      unrecorded = spell.unrecorded();
      spells.put(owner, new Spell(spell.since(), spell.recorded() + 1, 0));
    }
    Map<String, Json> detail = new HashMap<>(about);
    detail.put("event", Json.of(event));
    detail.put("code", Json.of(code.name()));
    detail.put("unrecorded_before", Json.of(unrecorded));
    Receipt _ =
        log.append(RecordDraft.of(StepType.SECURITY, team, owner, owner).detailed(Json.of(detail)));
  }
}
