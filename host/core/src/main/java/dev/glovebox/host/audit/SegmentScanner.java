package dev.glovebox.host.audit;

import java.io.Closeable;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/**
 * Walks the frames of one segment file and finds its way again after a damaged one.
 *
 * <p>A leaf holds no control characters but line feeds, so the header of a frame cannot appear
 * inside another frame: after damage, the next bytes with a plausible length and a right checksum
 * are the next frame. The file is mapped: heap stays constant.
 */
final class SegmentScanner implements Closeable {
  /** Largest segment file that is read, in bytes. */
  static final long SEGMENT_BYTES_MAX = 1L << 30;

  /**
   * Most bytes whose checksum is taken in search of the way behind damage. Honest damage needs far
   * less; a file made to look like a frame everywhere would take hours.
   */
  static final long SEARCH_BYTES_MAX = 4L << 30;

  /** What a checksum byte by byte costs, against one over many. */
  private static final int SINGLE_BYTE_COST = 8;

  private final Arena arena;
  private final ByteBuffer bytes;
  private final int size;
  private int at;
  private long searched;

  private SegmentScanner(Arena arena, ByteBuffer bytes) {
    this.arena = arena;
    this.bytes = bytes;
    this.size = bytes.limit();
  }

  static SegmentScanner open(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      if (channel.size() > SEGMENT_BYTES_MAX) {
        throw new IOException("segment is larger than 1 GiB");
      }
      Arena arena = Arena.ofConfined();
      return new SegmentScanner(
          arena,
          channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena).asByteBuffer());
    }
  }

  /** What stands at the next place of the segment. */
  sealed interface Item {
    /** A frame with a right checksum. */
    @SuppressWarnings("ArrayRecordComponent") // bytes on their way, never compared
    record Sound(long sequence, int offset, byte[] leaf) implements Item {}

    /**
     * Bytes that are no frame.
     *
     * @param end where the next frame or the zero tail starts
     * @param torn the frame is incomplete and nothing valid follows in this segment
     * @param last nothing valid follows in this segment, or nothing that was found in {@link
     *     #SEARCH_BYTES_MAX}
     */
    record Damaged(int offset, int end, boolean torn, boolean last) implements Item {}

    /** The frames end here; the tail is zero. */
    record End(int offset) implements Item {}
  }

  /** Returns the next item and moves behind it. */
  Item next() {
    if (isZeroFrom(at, Math.min(size, at + Frame.HEADER_BYTES)) && isZeroFrom(at, size)) {
      return new Item.End(at);
    }
    int offset = at;
    if (isSoundAt(offset)) {
      byte[] leaf = new byte[bytes.getInt(offset)];
      bytes.get(offset + Frame.HEADER_BYTES, leaf);
      at = offset + Frame.HEADER_BYTES + leaf.length;
      return new Item.Sound(bytes.getLong(offset + Frame.SEQUENCE_AT), offset, leaf);
    }
    Item.Damaged damaged = damagedAt(offset);
    at = damaged.end();
    return damaged;
  }

  private Item.Damaged damagedAt(int offset) {
    int room = size - offset - Frame.HEADER_BYTES;
    if (room <= 0) {
      return new Item.Damaged(offset, size, true, true);
    }
    int checked = lengthByChecksum(offset, Math.min(room, Frame.LEAF_BYTES_MAX));
    if (checked > 0) {
      return whole(offset, offset + Frame.HEADER_BYTES + checked);
    }
    int length = bytes.getInt(offset);
    boolean plausible = length > 0 && length <= Frame.LEAF_BYTES_MAX;
    if (plausible && length <= room) {
      int end = offset + Frame.HEADER_BYTES + length;
      if (isSoundAt(end) || isZeroFrom(end, size)) {
        return whole(offset, end);
      }
    }
    for (int next = offset + 1; next <= size - Frame.HEADER_BYTES; next++) {
      searched += plausibleLengthAt(next);
      if (isSoundAt(next)) {
        return new Item.Damaged(offset, next, false, false);
      }
      if (searched > SEARCH_BYTES_MAX) {
        return new Item.Damaged(offset, size, false, true);
      }
    }
    return new Item.Damaged(offset, size, plausible && length > room, true);
  }

  private Item.Damaged whole(int offset, int end) {
    boolean last = isZeroFrom(end, size);
    // A leaf ends with a line feed; a frame that ends in zeros was never written to its end.
    return new Item.Damaged(offset, end, last && bytes.get(end - 1) == 0, last);
  }

  /** Returns the length under which the stored checksum is right, or 0: the length is damaged. */
  private int lengthByChecksum(int offset, int lengthMax) {
    int stored = bytes.getInt(offset + Integer.BYTES);
    CRC32C checksum = new CRC32C();
    checksum.update(bytes.slice(offset + Frame.SEQUENCE_AT, Long.BYTES));
    for (int length = 1; length <= lengthMax && searched <= SEARCH_BYTES_MAX; length++) {
      searched += SINGLE_BYTE_COST;
      byte last = bytes.get(offset + Frame.HEADER_BYTES + length - 1);
      checksum.update(last);
      if (last == '\n' && (int) checksum.getValue() == stored) {
        return length;
      }
    }
    return 0;
  }

  /** Returns the length of a leaf whose frame may begin here, or 0. */
  private int plausibleLengthAt(int offset) {
    int room = size - offset - Frame.HEADER_BYTES;
    if (room <= 0) {
      return 0;
    }
    int length = bytes.getInt(offset);
    return length > 0 && length <= Math.min(room, Frame.LEAF_BYTES_MAX) ? length : 0;
  }

  private boolean isSoundAt(int offset) {
    int length = plausibleLengthAt(offset);
    if (length == 0) {
      return false;
    }
    CRC32C checksum = new CRC32C();
    checksum.update(bytes.slice(offset + Frame.SEQUENCE_AT, Long.BYTES + length));
    return (int) checksum.getValue() == bytes.getInt(offset + Integer.BYTES);
  }

  private boolean isZeroFrom(int from, int to) {
    int i = from;
    for (; i <= to - Long.BYTES; i += Long.BYTES) {
      if (bytes.getLong(i) != 0) {
        return false;
      }
    }
    for (; i < to; i++) {
      if (bytes.get(i) != 0) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void close() {
    arena.close();
  }
}
