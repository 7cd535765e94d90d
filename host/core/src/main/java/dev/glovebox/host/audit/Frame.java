package dev.glovebox.host.audit;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * The bytes around a leaf: length u32 | crc32c u32 | seq u64 | leaf, big-endian. The checksum
 * covers seq and leaf.
 */
final class Frame {
  /** Length of the header, in bytes. */
  static final int HEADER_BYTES = 16;

  /** Offset of the sequence within a frame, in bytes. */
  static final int SEQUENCE_AT = 8;

  /** Longest leaf: the longest body and its tag line, in bytes. */
  static final int LEAF_BYTES_MAX = RecordSchema.BODY_BYTES_MAX + Leaf.TAG_LINE_BYTES_MAX;

  /** Longest frame, in bytes. */
  static final int FRAME_BYTES_MAX = HEADER_BYTES + LEAF_BYTES_MAX;

  private Frame() {}

  static byte[] of(long sequence, byte[] leaf) {
    byte[] frame = new byte[HEADER_BYTES + leaf.length];
    System.arraycopy(leaf, 0, frame, HEADER_BYTES, leaf.length);
    fillIn(frame, frame.length, sequence);
    return frame;
  }

  /** Writes the header of the frame that fills the first {@code length} bytes of {@code frame}. */
  static void fillIn(byte[] frame, int length, long sequence) {
    ByteBuffer out = ByteBuffer.wrap(frame);
    out.putInt(length - HEADER_BYTES).putInt(0).putLong(sequence);
    CRC32C checksum = new CRC32C();
    checksum.update(frame, SEQUENCE_AT, length - SEQUENCE_AT);
    out.putInt(Integer.BYTES, (int) checksum.getValue());
  }
}
