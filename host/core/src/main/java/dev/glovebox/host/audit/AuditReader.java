package dev.glovebox.host.audit;

import dev.glovebox.host.keys.RecordTagger;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.model.Sha256;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Reads records of the live log by sequence. Every read checks frame, tag and schema; there is no
 * switch to turn that off. Thread-safe.
 */
public final class AuditReader {
  private final LogFolder folder;
  private final PositionIndex positions;
  private final LongSupplier durable;
  private final Supplier<RecordTagger> taggers;

  AuditReader(
      LogFolder folder,
      PositionIndex positions,
      LongSupplier durable,
      Supplier<RecordTagger> taggers) {
    this.folder = folder;
    this.positions = positions;
    this.durable = durable;
    this.taggers = taggers;
  }

  /** A record with its leaf, as an auditor checks it. */
  @SuppressWarnings("ArrayRecordComponent") // the leaf's bytes, never compared
  public record Read(AuditRecord record, Sha256 leafHash, byte[] leaf) {}

  /** Returns the number of records that are on disk. */
  public long size() {
    return durable.getAsLong();
  }

  /**
   * Reads one record.
   *
   * @throws Refusal RECORD_NOT_FOUND, AUDIT_BIT_FLIPPED, AUDIT_TAG_FORGED or STORAGE_FAILED
   */
  public Read read(long sequence) {
    if (sequence < 0 || sequence >= size()) {
      throw new Refusal(Code.RECORD_NOT_FOUND, "no record " + sequence);
    }
    PositionIndex.Position position = positions.position(sequence);
    try (FileChannel channel =
        FileChannel.open(folder.segment(position.segment()), StandardOpenOption.READ)) {
      return read(channel, position.offset(), sequence);
    } catch (IOException e) {
      throw new Refusal(Code.STORAGE_FAILED, "record " + sequence + " cannot be read");
    }
  }

  /** Reads all records from {@code from} on, in order. */
  public void forEach(long from, Consumer<Read> each) {
    long to = size();
    for (long sequence = from; sequence < to; sequence++) {
      each.accept(read(sequence));
    }
  }

  private Read read(FileChannel channel, int offset, long sequence) throws IOException {
    byte[] header = fill(channel, offset, Frame.HEADER_BYTES);
    int length = ByteBuffer.wrap(header).getInt();
    if (length <= 0 || length > Frame.LEAF_BYTES_MAX) {
      throw flipped(sequence);
    }
    byte[] leaf = fill(channel, offset + Frame.HEADER_BYTES, length);
    byte[] expected = Frame.of(sequence, leaf);
    if (!Arrays.equals(expected, 0, Frame.HEADER_BYTES, header, 0, Frame.HEADER_BYTES)) {
      throw flipped(sequence);
    }
    RecordTagger tagger = taggers.get();
    Leaf parts = Leaf.parse(leaf).orElseThrow(() -> forged(sequence));
    if (!parts.keyId().equals(tagger.keyId())
        || !MessageDigest.isEqual(tagger.tagRecord(parts.body()), parts.tag())) {
      throw forged(sequence);
    }
    AuditRecord record = AuditRecord.parse(parts.body());
    if (record.sequence() != sequence) {
      throw forged(sequence);
    }
    return new Read(record, Sha256.ofDigest(Leaf.hash(leaf)), leaf);
  }

  private static byte[] fill(FileChannel channel, int offset, int length) throws IOException {
    byte[] filled = new byte[length];
    ByteBuffer bytes = ByteBuffer.wrap(filled);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes, (long) offset + bytes.position()) < 0) {
        throw new IOException("segment ends early");
      }
    }
    return filled;
  }

  private static Refusal flipped(long sequence) {
    return new Refusal(Code.AUDIT_BIT_FLIPPED, "frame of record " + sequence + " is damaged");
  }

  private static Refusal forged(long sequence) {
    return new Refusal(Code.AUDIT_TAG_FORGED, "tag of record " + sequence + " is wrong");
  }
}
