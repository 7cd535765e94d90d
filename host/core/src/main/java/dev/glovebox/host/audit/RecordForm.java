package dev.glovebox.host.audit;

import dev.glovebox.host.model.Json;
import dev.glovebox.host.model.Sha256;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A kind of record of which all but a few values are the same through a run: a draft with holes.
 *
 * <p>The log fills the holes and appends the draft. A run journal keeps the form once and, for each
 * record, only the values. Holes are counted in the order of the canonical form, those of the
 * detail before those of the schema fields, which are hashes. Immutable; compared by identity.
 */
public final class RecordForm {
  private static final Json HOLE = new Json.Null();
  private static final Json ANY_HASH = Json.of(Sha256.of(new byte[0]).hex());

  /** A form without holes: what stands where no form was used yet. */
  static final RecordForm NONE =
      new RecordForm(
          RecordDraft.of(StepType.REJECTED, AuditLog.HOST_TEAM, "system:host", "system:host"));

  private final RecordDraft pattern;
  private final int detailHoles;
  private final List<String> hashFields;
  private final int bodyBytes;

  private RecordForm(RecordDraft pattern) {
    this.pattern = pattern;
    this.detailHoles = holes(pattern.detail());
    this.hashFields =
        pattern.fields().entrySet().stream()
            .filter(field -> field.getValue().equals(HOLE))
            .map(Map.Entry::getKey)
            .toList();
    this.bodyBytes = pattern.detail().bytes().length + Json.of(pattern.fields()).bytes().length;
  }

  /**
   * Makes holes in a draft.
   *
   * @param holes members of the detail by path, for example {@code detail.intent.key}, and names of
   *     schema fields that hold a hash
   * @throws IllegalArgumentException if the draft lacks one of them or has a null of its own
   */
  public static RecordForm of(RecordDraft example, Set<String> holes) {
    TreeMap<String, Json> fields = new TreeMap<>(example.fields());
    fields.replaceAll((name, value) -> holes.contains(name) ? HOLE : value);
    RecordForm form =
        new RecordForm(
            new RecordDraft(
                example.type(),
                example.team(),
                example.owner(),
                example.actor(),
                example.run(),
                fields,
                punched("detail.", example.detail(), holes)));
    if (form.holes() != holes.size()) {
      throw new IllegalArgumentException("a hole that the draft does not have, or a null in it");
    }
    return form;
  }

  /** Returns the form whose holes are the nulls of {@code pattern}. */
  static RecordForm ofPattern(RecordDraft pattern) {
    return new RecordForm(pattern);
  }

  private static Json.Obj punched(String path, Json.Obj object, Set<String> holes) {
    TreeMap<String, Json> members = new TreeMap<>(object.members());
    members.replaceAll((name, value) -> {
      if (holes.contains(path + name)) {
        return HOLE;
      }
      return value instanceof Json.Obj below ? punched(path + name + '.', below, holes) : value;
    });
    return Json.of(members);
  }

  private static int holes(Json value) {
    return switch (value) {
      case Json.Null _ -> 1;
      case Json.Obj(var members) -> members.values().stream().mapToInt(RecordForm::holes).sum();
      case Json.Arr(var elements) -> elements.stream().mapToInt(RecordForm::holes).sum();
      case Json.Str _, Json.Int _, Json.Bool _ -> 0;
    };
  }

  /** Returns how many values a record of this form has. */
  int holes() {
    return detailHoles + hashFields.size();
  }

  /** Returns how many of the holes are in the detail; the others hold hashes. */
  int detailHoles() {
    return detailHoles;
  }

  /** Returns the name of the schema field that is hole {@code hole}. */
  String hashField(int hole) {
    return hashFields.get(hole - detailHoles);
  }

  /** Returns an upper bound of what fields and detail take without the values, in bytes. */
  int bodyBytes() {
    return bodyBytes;
  }

  /** Returns the draft with its holes as nulls. */
  RecordDraft pattern() {
    return pattern;
  }

  /** Returns what is wrong with the form, whatever its values are. */
  Optional<RecordSchema.Flaw> flaw() {
    TreeMap<String, Json> fields = new TreeMap<>(pattern.fields());
    fields.replaceAll((_, value) -> value.equals(HOLE) ? ANY_HASH : value);
    return RecordSchema.flaw(with(fields, pattern.detail()));
  }

  /**
   * Returns the draft of one record.
   *
   * @throws IllegalArgumentException if there are more or fewer values than holes
   */
  RecordDraft draft(List<Json> values) {
    if (values.size() != holes()) {
      throw new IllegalArgumentException("a record has one value for each hole of its form");
    }
    Iterator<Json> next = values.iterator();
    Json detail = filled(pattern.detail(), next);
    TreeMap<String, Json> fields = new TreeMap<>(pattern.fields());
    hashFields.forEach(name -> fields.put(name, next.next()));
    return with(fields, (Json.Obj) detail);
  }

  private static Json filled(Json value, Iterator<Json> next) {
    return switch (value) {
      case Json.Null _ -> next.next();
      case Json.Obj(var members) -> {
        TreeMap<String, Json> filled = new TreeMap<>(members);
        filled.replaceAll((_, member) -> filled(member, next));
        yield Json.of(filled);
      }
      case Json.Arr(var elements) -> {
        List<Json> filled = new ArrayList<>(elements.size());
        elements.forEach(element -> filled.add(filled(element, next)));
        yield Json.of(filled);
      }
      case Json.Str _, Json.Int _, Json.Bool _ -> value;
    };
  }

  private RecordDraft with(SortedMap<String, Json> fields, Json.Obj detail) {
    return new RecordDraft(
        pattern.type(),
        pattern.team(),
        pattern.owner(),
        pattern.actor(),
        pattern.run(),
        fields,
        detail);
  }
}
