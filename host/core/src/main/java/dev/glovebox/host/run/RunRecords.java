package dev.glovebox.host.run;

import dev.glovebox.host.audit.Evidence;
import dev.glovebox.host.audit.Receipt;
import dev.glovebox.host.audit.RecordDraft;
import dev.glovebox.host.audit.StepType;
import dev.glovebox.host.model.Json;
import dev.glovebox.host.model.RunId;
import dev.glovebox.host.risk.Ruling;
import java.util.Map;
import java.util.TreeMap;

/** What a run leaves in its evidence. Each call returns once the record is where that promises. */
public final class RunRecords {
  /** Who acts in a run. */
  public static final String ACTOR = "system:runner";

  private final Evidence evidence;
  private final RunId run;
  private final String owner;
  private final RecordDraft decisions;

  /** Records for one run of {@code owner}. */
  public RunRecords(Evidence evidence, RunId run, String owner) {
    this.evidence = evidence;
    this.run = run;
    this.owner = owner;
    this.decisions = RecordDraft.of(StepType.DECISION, run.team(), owner, ACTOR).in(run);
  }

  /** Appends one record of this run. */
  public Receipt append(StepType type, Json.Obj detail) {
    return evidence.append(RecordDraft.of(type, run.team(), owner, ACTOR).in(run).detailed(detail));
  }

  /** The Decision of one set, by the hash of its line in {@code decisions.jsonl}. */
  Receipt decision(int barIndex, byte[] lineHash) {
    return evidence.decision(decisions, barIndex, lineHash);
  }

  /** An intent and the gate's answer to it. */
  Receipt ruling(int barIndex, Ruling ruling) {
    TreeMap<String, Json> facts = new TreeMap<>();
    if (ruling instanceof Ruling.Denied denied) {
      denied.facts().forEach((name, value) -> facts.put(name, Json.of(value)));
    }
    return append(
        StepType.RULING,
        Json.of(
            Map.of(
                "bar_index", Json.of(barIndex),
                "intent", DecisionLine.json(ruling.intent()),
                "ruling", DecisionLine.json(ruling),
                "facts", Json.of(facts))));
  }

  /** A fill that became known with the set {@code barIndex}. */
  Receipt fill(int barIndex, Json.Obj fill) {
    return append(StepType.FILL, Json.of(Map.of("bar_index", Json.of(barIndex), "fill", fill)));
  }

  /** An order that ended after the Decision that placed it. */
  Receipt ended(OrderEvent.Ended ended, int decisionBarIndex) {
    return append(
        StepType.ORDER_SUBMISSION,
        Json.of(
            Map.of(
                "key", Json.of(ended.key().toString()),
                "state", Json.of(ended.state().name()),
                "code", Json.of(ended.code().name()),
                "decision_bar_index", Json.of(decisionBarIndex))));
  }
}
