package dev.glovebox.host.audit;

import dev.glovebox.host.model.AsciiText;
import dev.glovebox.host.model.CanonicalJson;
import dev.glovebox.host.model.Json;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;

/** Writes the canonical body of a record: what the caller drafted and what the writer knows. */
final class RecordBody {
  /** Version of the record's form. */
  static final int VERSION = 1;

  private RecordBody() {}

  /**
   * What the writer of a record sets.
   *
   * @param stepId written if the draft names a run
   * @param previous 32 bytes
   */
  @SuppressWarnings("ArrayRecordComponent") // bytes on their way, never compared
  record Place(long sequence, long stepId, long nowMicros, byte[] previous) {}

  static void write(RecordDraft draft, Place place, AsciiText out) {
    int start = out.length();
    Iterator<Map.Entry<String, Json>> extras = draft.fields().entrySet().iterator();
    Optional<Map.Entry<String, Json>> extra = step(extras);
    for (BodyField field : BodyField.IN_ORDER) {
      while (extra.isPresent() && extra.get().getKey().compareTo(field.key()) < 0) {
        member(extra.get(), out);
        extra = step(extras);
      }
      write(field, draft, place, out);
    }
    for (; extra.isPresent(); extra = step(extras)) {
      member(extra.get(), out);
    }
    out.array()[start] = '{';
    out.character('}');
  }

  private static void write(BodyField field, RecordDraft draft, Place place, AsciiText out) {
    switch (field) {
      case ACTOR -> field.begin(out).json(draft.actor());
      case DETAIL -> {
        if (!draft.detail().members().isEmpty()) {
          CanonicalJson.write(draft.detail(), field.begin(out));
        }
      }
      case OWNER -> field.begin(out).json(draft.owner());
      case PREV_RECORD_HASH -> field.begin(out).character('"').hex(place.previous).character('"');
      case RUN_ID -> draft.run().ifPresent(run -> field.begin(out).json(run.value()));
      case SEQ -> field.begin(out).integer(place.sequence);
      case STEP_ID -> {
        if (draft.run().isPresent()) {
          field.begin(out).integer(place.stepId);
        }
      }
      case STEP_TYPE -> field.begin(out).json(draft.type().text());
      case TEAM -> field.begin(out).json(draft.team().value());
      case TIMESTAMP_UTC -> field.begin(out).character('"').time(place.nowMicros).character('"');
      case V -> field.begin(out).integer(VERSION);
    }
  }

  private static void member(Map.Entry<String, Json> member, AsciiText out) {
    out.character(',').json(member.getKey()).character(':');
    CanonicalJson.write(member.getValue(), out);
  }

  private static Optional<Map.Entry<String, Json>> step(Iterator<Map.Entry<String, Json>> extras) {
    return extras.hasNext() ? Optional.of(extras.next()) : Optional.empty();
  }
}
