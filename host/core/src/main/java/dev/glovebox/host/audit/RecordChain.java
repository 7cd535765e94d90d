package dev.glovebox.host.audit;

import dev.glovebox.host.clock.Clock;
import dev.glovebox.host.keys.RecordTagger;
import dev.glovebox.host.model.AsciiText;
import dev.glovebox.host.model.Sha256;
import java.util.Optional;

/**
 * Turns drafts into the frames of one chain: assigns sequence, step id, time, previous hash and
 * tag.
 *
 * <p>One writer owns it: not thread-safe.
 */
final class RecordChain {
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
    // Wall time may step back; the order of records must not look as if it did.
    long now = Math.max(latestMicros, clock.nowMicros());
    long stepId = draft.run().isPresent() ? steps.take(draft.run().get()) : 0;
    frame.clear().skip(Frame.HEADER_BYTES);
    RecordBody.write(draft, new RecordBody.Place(nextSequence, stepId, now, previous), frame);
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
}
