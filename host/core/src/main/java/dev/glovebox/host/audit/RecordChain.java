package dev.glovebox.host.audit;

import dev.glovebox.host.clock.Clock;
import dev.glovebox.host.keys.RecordTagger;
import dev.glovebox.host.model.AsciiText;
import dev.glovebox.host.model.CanonicalJson;
import dev.glovebox.host.model.Json;
import dev.glovebox.host.model.RunId;
import dev.glovebox.host.model.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

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
  private final AsciiText frame = new AsciiText();
  private final byte[] tag = new byte[Sha256.LENGTH_BYTES];
  private final Leaf.Hasher leafHash = new Leaf.Hasher();
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
      return new Receipt(sequence, leafHash);
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
    if (draft.detail().members().isEmpty()) {
      return next(draft, Optional.empty());
    }
    return next(draft, Optional.of(out -> CanonicalJson.write(draft.detail(), out)));
  }

  /** The same as {@link #next(RecordDraft)}; {@code detail} writes an object that is not empty. */
  Optional<Framed> next(RecordDraft draft, Optional<Consumer<AsciiText>> detail) {
    // Wall time may step back; the order of records must not look as if it did.
    long now = Math.max(latestMicros, clock.nowMicros());
    long stepId = draft.run().isPresent() ? steps.take(draft.run().get()) : 0;
    frame.clear().skip(Frame.HEADER_BYTES);
    body(draft, detail, stepId, now);
    int bodyBytes = frame.length() - Frame.HEADER_BYTES;
    if (bodyBytes > RecordSchema.BODY_BYTES_MAX) {
      draft.run().ifPresent(run -> steps.giveBack(run, stepId));
      return Optional.empty();
    }
    tagger.tagRecord(frame.array(), Frame.HEADER_BYTES, bodyBytes, tag);
    Leaf.appendTagLine(frame, tagger.keyId(), tag);
    Frame.fillIn(frame.array(), frame.length(), nextSequence);
    byte[] hash =
        leafHash.of(frame.array(), Frame.HEADER_BYTES, frame.length() - Frame.HEADER_BYTES);
    Framed framed = new Framed(frame.copy(), hash, nextSequence);
    latestMicros = now;
    previous = hash;
    nextSequence++;
    return Optional.of(framed);
  }

  private void body(
      RecordDraft draft, Optional<Consumer<AsciiText>> detail, long stepId, long nowMicros) {
    int start = frame.length();
    Iterator<Map.Entry<String, Json>> extras = draft.fields().entrySet().iterator();
    Optional<Map.Entry<String, Json>> extra = step(extras);
    for (BodyField field : BodyField.IN_ORDER) {
      while (extra.isPresent() && extra.get().getKey().compareTo(field.key()) < 0) {
        member(extra.get());
        extra = step(extras);
      }
      if (field == BodyField.DETAIL) {
        detail.ifPresent(writer -> writer.accept(field.begin(frame)));
      } else {
        write(field, draft, stepId, nowMicros);
      }
    }
    for (; extra.isPresent(); extra = step(extras)) {
      member(extra.get());
    }
    frame.array()[start] = '{';
    frame.character('}');
  }

  private void write(BodyField field, RecordDraft draft, long stepId, long nowMicros) {
    switch (field) {
      case ACTOR -> field.begin(frame).json(draft.actor());
      case DETAIL -> throw new IllegalStateException("the detail has a writer of its own");
      case OWNER -> field.begin(frame).json(draft.owner());
      case PREV_RECORD_HASH -> field.begin(frame).character('"').hex(previous).character('"');
      case RUN_ID -> draft.run().ifPresent(run -> field.begin(frame).json(run.value()));
      case SEQ -> field.begin(frame).integer(nextSequence);
      case STEP_ID -> {
        if (draft.run().isPresent()) {
          field.begin(frame).integer(stepId);
        }
      }
      case STEP_TYPE -> field.begin(frame).json(draft.type().text());
      case TEAM -> field.begin(frame).json(draft.team().value());
      case TIMESTAMP_UTC -> field.begin(frame).character('"').time(nowMicros).character('"');
      case V -> field.begin(frame).integer(VERSION);
    }
  }

  private void member(Map.Entry<String, Json> member) {
    frame.character(',').json(member.getKey()).character(':');
    CanonicalJson.write(member.getValue(), frame);
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
