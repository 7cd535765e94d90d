package dev.glovebox.host.run;

import dev.glovebox.host.audit.Evidence;
import dev.glovebox.host.audit.Receipt;
import dev.glovebox.host.audit.RecordDraft;
import dev.glovebox.host.audit.RecordForm;
import dev.glovebox.host.audit.StepType;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Json;
import dev.glovebox.host.model.OrderIntent;
import dev.glovebox.host.model.OrderKey;
import dev.glovebox.host.model.RunId;
import dev.glovebox.host.model.Side;
import dev.glovebox.host.model.UntrustedText;
import dev.glovebox.host.risk.Ruling;
import dev.glovebox.jail.ImageIdentity;
import dev.glovebox.jail.Session;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a run leaves in its evidence. Each call returns once the record is where that promises. */
public final class RunRecords {
  /** Who acts in a run. */
  public static final String ACTOR = "system:runner";

  private static final OrderKey ANY_KEY = new OrderKey(1);
  private static final UntrustedText ANY_TEXT = new UntrustedText("");

  private final Evidence evidence;
  private final RunId run;
  private final String owner;
  private final RecordForm decisions;
  private final RecordForm rulings;
  private final RecordForm allowances;
  private final RecordForm fills;
  private final RecordForm denials;

  /** Records for one run of {@code owner}. */
  public RunRecords(Evidence evidence, RunId run, String owner) {
    this.evidence = evidence;
    this.run = run;
    this.owner = owner;
    this.decisions =
        form(
            StepType.DECISION,
            Map.of("bar_index", Json.of(0), "line_sha256", Json.of("")),
            Set.of("detail.bar_index", "detail.line_sha256"));
    Map<String, Json> ruling =
        Map.of(
            "bar_index", Json.of(0),
            "facts", Json.of(Map.of()),
            "intent", DecisionLine.json(anyIntent()),
            "ruling", DecisionLine.json(new Ruling.Allowed(anyIntent(), BigDecimal.ZERO)));
    this.rulings =
        form(
            StepType.RULING,
            ruling,
            Set.of("detail.bar_index", "detail.facts", "detail.intent", "detail.ruling"));
    this.allowances =
        form(
            StepType.RULING,
            ruling,
            Set.of(
                "detail.bar_index",
                "detail.intent.call",
                "detail.intent.instrument",
                "detail.intent.key",
                "detail.intent.quantity",
                "detail.intent.reduce_only",
                "detail.intent.side",
                "detail.intent.tag"));
    this.denials =
        form(
            StepType.RULING,
            Map.of("bar_index", Json.of(0), "denials", Json.of(Map.of())),
            Set.of("detail.bar_index", "detail.denials"));
    this.fills =
        form(
            StepType.FILL,
            Map.of("bar_index", Json.of(0), "fill", DecisionLine.json(anyFill(), "")),
            Set.of(
                "detail.bar_index",
                "detail.fill.bar_index",
                "detail.fill.effective_time",
                "detail.fill.fee",
                "detail.fill.instrument",
                "detail.fill.key",
                "detail.fill.known_time",
                "detail.fill.price",
                "detail.fill.quantity",
                "detail.fill.side"));
  }

  private static OrderIntent anyIntent() {
    return new OrderIntent(
        ANY_KEY,
        ANY_TEXT,
        Optional.of(0),
        ANY_TEXT,
        ANY_TEXT,
        false,
        new OrderIntent.Market(Side.BUY, BigDecimal.ONE, Optional.empty()));
  }

  private static BookedFill anyFill() {
    BigDecimal one = BigDecimal.ONE;
    return new BookedFill(ANY_KEY, 0, 0, "", Side.BUY, one, one, one, one, one, one, 0, 0);
  }

  private RecordForm form(StepType type, Map<String, Json> detail, Set<String> holes) {
    return RecordForm.of(draft(type, Json.of(detail)), holes);
  }

  private RecordDraft draft(StepType type, Json.Obj detail) {
    return RecordDraft.of(type, run.team(), owner, ACTOR).in(run).detailed(detail);
  }

  /** The Decision of one set, by the hash of its line in {@code decisions.jsonl}. */
  Receipt decision(int barIndex, byte[] lineHash) {
    return evidence.append(decisions, values -> values.integer(barIndex).digest(lineHash));
  }

  /** An intent and the gate's answer to it. */
  Receipt ruling(int barIndex, Ruling ruling) {
    OrderIntent intent = ruling.intent();
    return switch (ruling) {
      case Ruling.Allowed _
          when intent.terms() instanceof OrderIntent.Market market && market.original().isEmpty() ->
          evidence.append(
              allowances,
              values ->
                  values
                      .integer(barIndex)
                      .untrusted(intent.call())
                      .untrusted(intent.instrumentId())
                      .key(intent.key())
                      .decimal(market.quantity())
                      .flag(intent.reduceOnly())
                      .text(market.side().name())
                      .untrusted(intent.tag()));
      case Ruling.Allowed _ -> ruling(barIndex, ruling, new TreeMap<>());
      case Ruling.Denied denied -> {
        TreeMap<String, Json> facts = new TreeMap<>();
        denied.facts().forEach((name, value) -> facts.put(name, Json.of(value)));
        yield ruling(barIndex, ruling, facts);
      }
    };
  }

  private Receipt ruling(int barIndex, Ruling ruling, SortedMap<String, Json> facts) {
    return evidence.append(
        rulings,
        values ->
            values
                .integer(barIndex)
                .json(Json.of(facts))
                .json(DecisionLine.json(ruling.intent()))
                .json(DecisionLine.json(ruling)));
  }

  /** The denials of one set that have no records of their own; see {@link DenialStorm}. */
  Receipt denials(int barIndex, Json.Obj summary) {
    return evidence.append(denials, values -> values.integer(barIndex).json(summary));
  }

  /**
   * A fill that became known with the set {@code barIndex}.
   *
   * @param instrument id of the fill's instrument
   */
  Receipt fill(int barIndex, BookedFill fill, String instrument) {
    return evidence.append(
        fills,
        values ->
            values
                .integer(barIndex)
                .integer(fill.barIndex())
                .time(fill.effectiveTimeMicros())
                .decimal(fill.fee())
                .text(instrument)
                .key(fill.key())
                .time(fill.knownTimeMicros())
                .decimal(fill.price())
                .decimal(fill.quantity())
                .text(fill.side().name()));
  }

  /**
   * The run was to go on in another worker, because the one that it shared ended by no doing of its
   * own.
   *
   * @param completed sets that were complete when that was seen
   */
  Receipt restarted(long completed, Session.Moved moved) {
    Session.Cause cause = moved.cause();
    TreeMap<String, Json> detail = new TreeMap<>();
    detail.put("code", Json.of(Code.SIBLING_ENDED.name()));
    detail.put("reason", Json.of(cause.sentence()));
    detail.put("cause", Json.of(WorkerCodes.of(cause.reason()).name()));
    cause
        .endedFor()
        .ifPresent(seat -> {
          detail.put("cause_worker_id", Json.of(seat.worker()));
          detail.put("cause_worker_seat", Json.of(seat.number()));
        });
    detail.put("outcome", Json.of(moved.failure().isEmpty() ? "RESTARTED" : "FAILED"));
    moved
        .failure()
        .ifPresent(end -> detail.put("failure", Json.of(WorkerCodes.of(end.reason()).name())));
    detail.put("bars_completed", Json.of(completed));
    detail.put("answers_compared", Json.of(moved.answers()));
    moved.to().flatMap(Session.Destination::seat).ifPresent(seat -> detail.putAll(seat(seat)));
    Optional<ImageIdentity> image = moved.to().flatMap(Session.Destination::image);
    image
        .flatMap(ImageIdentity::cacheSha256)
        .ifPresent(cache -> detail.put("image_cache_sha256", Json.of(cache)));
    RecordDraft draft =
        draft(StepType.RESTART, Json.of(detail)).with("observed_by", Json.of("HOST"));
    return evidence.append(
        image.map(identity -> draft.with("image_hash", Json.of(identity.sha256()))).orElse(draft));
  }

  /** A place in a shared worker, as records tell it. */
  public static Map<String, Json> seat(Session.SharedSeat seat) {
    return Map.of(
        "worker_id", Json.of(seat.worker()),
        "worker_seat", Json.of(seat.number()),
        "worker_seats", Json.of(seat.seats()));
  }

  /** An order that ended after the Decision that placed it. */
  Receipt ended(OrderEvent.Ended ended, int decisionBarIndex) {
    return evidence.append(
        draft(
            StepType.ORDER_SUBMISSION,
            Json.of(
                Map.of(
                    "key", Json.of(ended.key().toString()),
                    "state", Json.of(ended.state().name()),
                    "code", Json.of(ended.code().name()),
                    "decision_bar_index", Json.of(decisionBarIndex)))));
  }
}
