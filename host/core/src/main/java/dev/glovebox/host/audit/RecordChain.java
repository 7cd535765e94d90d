package dev.glovebox.host.audit;

import dev.glovebox.host.clock.Clock;
import dev.glovebox.host.clock.UtcText;
import dev.glovebox.host.keys.RecordTagger;
import dev.glovebox.host.model.CanonicalJson;
import dev.glovebox.host.model.Json;
import dev.glovebox.host.model.RunId;
import dev.glovebox.host.model.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;

/**
 * Turns drafts into the frames of one chain: assigns sequence, step id, time, previous hash and
 * tag. The log and the run journal write through it, so their bytes have one form.
 *
 * <p>One writer owns it: not thread-safe.
 */
final class RecordChain {
  /** Version of the record's form. */
  static final int VERSION = 1;

  /** Previous hash of a log's first record. */
  static final byte[] GENESIS = new byte[Sha256.LENGTH_BYTES];

  private final RecordTagger tagger;
  private final Clock clock;
  private final StepIds steps;
  private final StringBuilder text = new StringBuilder(1024);
  private byte[] previous;
  private long nextSequence;
  private long latestMicros;

  RecordChain(RecordTagger tagger, Clock clock, StepIds steps, long nextSequence, byte[] previous) {
    this.tagger = tagger;
    this.clock = clock;
    this.steps = steps;
    this.nextSequence = nextSequence;
    this.previous = previous;
  }

  /** One framed record. */
  @SuppressWarnings("ArrayRecordComponent") // bytes on their way, never compared
  record Framed(byte[] frame, byte[] leafHash, long sequence) {
    Receipt receipt() {
      return new Receipt(sequence, Sha256.ofDigest(leafHash));
    }
  }

  long nextSequence() {
    return nextSequence;
  }

  byte[] previous() {
    return previous;
  }

  /**
   * Frames a draft whose schema was checked. Empty, and the chain does not move on, if the body is
   * longer than {@link RecordSchema#BODY_BYTES_MAX}.
   */
  Optional<Framed> next(RecordDraft draft) {
    // Wall time may step back; the order of records must not look as if it did.
    long now = Math.max(latestMicros, clock.nowMicros());
    long stepId = draft.run().isPresent() ? steps.take(draft.run().get()) : 0;
    byte[] body = body(draft, stepId, now);
    if (body.length > RecordSchema.BODY_BYTES_MAX) {
      draft.run().ifPresent(run -> steps.giveBack(run, stepId));
      return Optional.empty();
    }
    byte[] leaf = Leaf.bytes(body, tagger);
    Framed framed = new Framed(Frame.of(nextSequence, leaf), Leaf.hash(leaf), nextSequence);
    latestMicros = now;
    previous = framed.leafHash();
    nextSequence++;
    return Optional.of(framed);
  }

  private byte[] body(RecordDraft draft, long stepId, long nowMicros) {
    text.setLength(0);
    Iterator<Map.Entry<String, Json>> extras = draft.fields().entrySet().iterator();
    Optional<Map.Entry<String, Json>> extra = step(extras);
    for (BodyField field : BodyField.IN_ORDER) {
      while (extra.isPresent() && extra.get().getKey().compareTo(field.key()) < 0) {
        member(extra.get());
        extra = step(extras);
      }
      write(field, draft, stepId, nowMicros);
    }
    for (; extra.isPresent(); extra = step(extras)) {
      member(extra.get());
    }
    text.setCharAt(0, '{');
    return text.append('}').toString().getBytes(StandardCharsets.UTF_8);
  }

  private void write(BodyField field, RecordDraft draft, long stepId, long nowMicros) {
    switch (field) {
      case ACTOR -> string(field, draft.actor());
      case DETAIL -> {
        if (!draft.detail().members().isEmpty()) {
          key(field.key());
          CanonicalJson.write(draft.detail(), text);
        }
      }
      case OWNER -> string(field, draft.owner());
      case PREV_RECORD_HASH -> {
        key(field.key());
        text.append('"').append(HexFormat.of().formatHex(previous)).append('"');
      }
      case RUN_ID -> draft.run().ifPresent(run -> string(field, run.value()));
      case SEQ -> integer(field, nextSequence);
      case STEP_ID -> {
        if (draft.run().isPresent()) {
          integer(field, stepId);
        }
      }
      case STEP_TYPE -> string(field, draft.type().text());
      case TEAM -> string(field, draft.team().value());
      case TIMESTAMP_UTC -> {
        key(field.key());
        text.append('"');
        UtcText.append(nowMicros, text);
        text.append('"');
      }
      case V -> integer(field, VERSION);
    }
  }

  private void member(Map.Entry<String, Json> member) {
    key(member.getKey());
    CanonicalJson.write(member.getValue(), text);
  }

  private void key(String key) {
    text.append(",\"").append(key).append("\":");
  }

  private void string(BodyField field, String value) {
    key(field.key());
    CanonicalJson.write(Json.of(value), text);
  }

  private void integer(BodyField field, long value) {
    key(field.key());
    text.append(value);
  }

  private static Optional<Map.Entry<String, Json>> step(Iterator<Map.Entry<String, Json>> extras) {
    return extras.hasNext() ? Optional.of(extras.next()) : Optional.empty();
  }

  /** Returns the first previous hash of a run's journal: bound to origin and run. */
  static byte[] journalGenesis(Origin origin, RunId run) {
    return Sha256.of(
            ("glovebox journal v1\n" + origin + '\n' + run.resourceName() + '\n')
                .getBytes(StandardCharsets.UTF_8))
        .bytes();
  }
}
