package dev.glovebox.host.audit;

import dev.glovebox.host.model.Json;
import dev.glovebox.host.model.RunId;
import dev.glovebox.host.model.Sha256;
import dev.glovebox.host.model.TeamId;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a caller wants recorded. Sequence, step id, time, previous hash and tag are the writer's.
 *
 * @param owner accountable identity, by the one derivation
 * @param actor who acted: a principal, or {@code system:runner}
 * @param run the run it belongs to, if any
 * @param fields further schema fields by name, for example {@code artifact_hash}
 * @param detail what the step type defines; any canonical JSON object
 */
public record RecordDraft(
    StepType type,
    TeamId team,
    String owner,
    String actor,
    Optional<RunId> run,
    SortedMap<String, Json> fields,
    Json.Obj detail) {

  private static final SortedMap<String, Json> NO_FIELDS =
      java.util.Collections.unmodifiableSortedMap(new TreeMap<>());
  private static final Json.Obj NO_DETAIL = Json.of(new TreeMap<>());

  /** Copies the map. */
  public RecordDraft {
    fields =
        fields.isEmpty()
            ? NO_FIELDS
            : java.util.Collections.unmodifiableSortedMap(new TreeMap<>(fields));
  }

  /** Starts a draft without run, fields and detail. */
  public static RecordDraft of(StepType type, TeamId team, String owner, String actor) {
    return new RecordDraft(type, team, owner, actor, Optional.empty(), NO_FIELDS, NO_DETAIL);
  }

  /** Names the run. */
  public RecordDraft in(RunId id) {
    return new RecordDraft(type, team, owner, actor, Optional.of(id), fields, detail);
  }

  /** Sets one schema field. */
  public RecordDraft with(String field, Json value) {
    TreeMap<String, Json> more = new TreeMap<>(fields);
    more.put(field, value);
    return new RecordDraft(type, team, owner, actor, run, more, detail);
  }

  /** Sets one schema field to a hash. */
  public RecordDraft with(String field, Sha256 hash) {
    return with(field, Json.of(hash.hex()));
  }

  /** Sets the detail. */
  public RecordDraft detailed(Json.Obj value) {
    return new RecordDraft(type, team, owner, actor, run, fields, value);
  }
}
