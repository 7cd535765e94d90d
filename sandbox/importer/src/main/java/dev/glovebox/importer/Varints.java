package dev.glovebox.importer;

import java.util.ArrayList;
import java.util.List;

/**
 * Whole numbers in memory as variable-length integers, small ones in one byte. Append all, then
 * read all; not thread-safe.
 */
final class Varints {
  private static final int CHUNK_BYTES = 1 << 20;
  private static final int BITS = 7;
  private static final int MORE = 0x80;

  private final List<byte[]> chunks = new ArrayList<>();
  private int used = CHUNK_BYTES;

  void appendSigned(long value) {
    append((value << 1) ^ (value >> 63));
  }

  void append(long value) {
    long rest = value;
    while ((rest & -MORE) != 0) {
      appendByte((byte) ((rest & (MORE - 1)) | MORE));
      rest >>>= BITS;
    }
    appendByte((byte) rest);
  }

  private void appendByte(byte b) {
    if (used == CHUNK_BYTES) {
      chunks.add(new byte[CHUNK_BYTES]);
      used = 0;
    }
    chunks.getLast()[used] = b;
    used++;
  }

  /** Starts to read from the first number. */
  Reader reader() {
    return new Reader();
  }

  /** Gives the numbers back in order; call as often as there are numbers. */
  final class Reader {
    private int chunk;
    private int at;

    private Reader() {}

    long readSigned() {
      long value = read();
      return (value >>> 1) ^ -(value & 1);
    }

    long read() {
      long value = 0;
      int shift = 0;
      byte b = readByte();
      while (b < 0) {
        value |= (long) (b & (MORE - 1)) << shift;
        shift += BITS;
        b = readByte();
      }
      return value | ((long) b << shift);
    }

    private byte readByte() {
      if (at == CHUNK_BYTES) {
        chunk++;
        at = 0;
      }
      byte b = chunks.get(chunk)[at];
      at++;
      return b;
    }
  }
}
