package dev.glovebox.host.audit;

import dev.glovebox.host.clock.UtcText;
import dev.glovebox.host.model.CanonicalJson;
import dev.glovebox.host.model.Json;
import dev.glovebox.host.model.RunId;
import dev.glovebox.host.model.Sha256;
import dev.glovebox.host.model.TeamId;
import dev.glovebox.host.payload.Payload;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One record as it was read back.
 *
 * @param sequence 0-based place in its log or journal
 * @param stepId place within its run
 * @param timestampMicros host time, microseconds since 1970-01-01T00:00:00Z
 * @param previous leaf hash of the record before
 * @param fields the schema fields that the caller gave
 * @param body the whole record
 */
public record AuditRecord(
    long sequence,
    StepType type,
    TeamId team,
    String owner,
    String actor,
    Optional<RunId> run,
    OptionalLong stepId,
    long timestampMicros,
    Sha256 previous,
    SortedMap<String, Json> fields,
    Json.Obj detail,
    Json.Obj body) {

  private static final Set<String> HASHES =
      Set.of(
          "input_hash",
          "output_hash",
          "artifact_hash",
          "prepared_hash",
          "limits_hash",
          "runspec_hash",
          "series_hash",
          "plan_hash",
          "rule_set_hash",
          "image_hash");
  private static final Set<String> TEXTS =
      Set.of(
          "analyzer_version",
          "engine_version",
          "tier",
          "probe_result",
          "clock_source",
          "clock_offset",
          "trade_id",
          "trace_id",
          "candidate_id");

  /** Copies the map. */
  public AuditRecord {
    fields = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(fields));
  }

  /**
   * Reads a body strictly.
   *
   * @throws IllegalArgumentException if it is not canonical, lacks a field, or has an unknown one
   */
  static AuditRecord parse(byte[] bytes) {
    if (bytes.length > RecordSchema.BODY_BYTES_MAX
        || !(CanonicalJson.parse(bytes) instanceof Json.Obj body)) {
      throw new IllegalArgumentException("a record is an object of at most 32 KiB");
    }
    TreeMap<String, Json> rest = new TreeMap<>(body.members());
    if (integer(rest, "v") != RecordBody.VERSION) {
      throw new IllegalArgumentException("unknown version of a record");
    }
    TeamId team = new TeamId(string(rest, "team"));
    Optional<RunId> run =
        rest.containsKey("run_id")
            ? Optional.of(new RunId(team, string(rest, "run_id")))
            : Optional.empty();
    OptionalLong stepId =
        run.isPresent() ? OptionalLong.of(integer(rest, "step_id")) : OptionalLong.empty();
    Json.Obj detail =
        rest.containsKey("detail") ? object(rest, "detail") : new Json.Obj(new TreeMap<>());
    AuditRecord record =
        new AuditRecord(
            integer(rest, "seq"),
            StepType.parse(string(rest, "step_type"))
                .orElseThrow(() -> new IllegalArgumentException("unknown step_type")),
            team,
            string(rest, "owner"),
            string(rest, "actor"),
            run,
            stepId,
            UtcText.parse(string(rest, "timestamp_utc")),
            new Sha256(string(rest, "prev_record_hash")),
            rest,
            detail,
            body);
    record.fields().forEach(AuditRecord::check);
    return record;
  }

  /** Returns the text of a schema field, if it is there. */
  public Optional<String> text(String field) {
    return fields.get(field) instanceof Json.Str(String text)
        ? Optional.of(text)
        : Optional.empty();
  }

  private static void check(String name, Json value) {
    boolean sound =
        switch (value) {
          case Json.Str(String text) -> textFits(name, text);
          case Json.Int(long number) -> name.equals("lease_epoch") && number >= 0;
          case Json.Arr(var elements) ->
              name.equals("upstream_step_ids")
                  && elements.stream().allMatch(e -> e instanceof Json.Str);
          case Json.Obj _, Json.Bool _, Json.Null _ -> false;
        };
    if (!sound) {
      throw new IllegalArgumentException("unknown or malformed field");
    }
  }

  private static boolean textFits(String name, String text) {
    if (HASHES.contains(name)) {
      return text.matches("[0-9a-f]{64}");
    }
    return switch (name) {
      case "input_payload_uri", "output_payload_uri" -> Payload.parse(text).isPresent();
      case "environment" -> text.matches("development|production");
      case "observed_by" -> text.matches("HOST|WORKER");
      case "worm_level" -> text.matches("EVIDENT|OBJECT_LOCK_COMPLIANCE");
      default -> TEXTS.contains(name);
    };
  }

  private static String string(TreeMap<String, Json> rest, String name) {
    if (rest.remove(name) instanceof Json.Str(String text)) {
      return text;
    }
    throw new IllegalArgumentException(name + " is missing or no text");
  }

  private static long integer(TreeMap<String, Json> rest, String name) {
    if (rest.remove(name) instanceof Json.Int(long number)) {
      return number;
    }
    throw new IllegalArgumentException(name + " is missing or no integer");
  }

  private static Json.Obj object(TreeMap<String, Json> rest, String name) {
    if (rest.remove(name) instanceof Json.Obj object) {
      return object;
    }
    throw new IllegalArgumentException(name + " is no object");
  }
}
