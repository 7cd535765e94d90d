package dev.glovebox.session;

import java.util.Arrays;

/**
 * A growing buffer of protobuf fields. As proto3 has it, a number that is zero is left out. Source:
 * protobuf.dev, "Encoding". Not thread-safe.
 */
final class WireBuffer {
  /** Most bytes of a field's key and length. */
  static final int HEADER_BYTES_MAX = 2 * 5;

  private static final int NUMBER = 0;
  private static final int BYTES = 2;
  private static final int VARINT_BYTES_MAX = 10;

  private byte[] bytes = new byte[1024];
  private int length;

  void clear() {
    length = 0;
  }

  int length() {
    return length;
  }

  byte[] copy() {
    return Arrays.copyOf(bytes, length);
  }

  /** Writes a field of type uint32 or uint64. */
  void unsigned(int field, long value) {
    if (value != 0) {
      room(2 * VARINT_BYTES_MAX);
      varint(((long) field << 3) | NUMBER);
      varint(value);
    }
  }

  /** Writes a field of type sint64. */
  void signed(int field, long value) {
    unsigned(field, (value << 1) ^ (value >> 63));
  }

  /** Writes a message or a string, also an empty one. */
  void bytes(int field, byte[] content) {
    bytes(field, content, content.length);
  }

  /** Writes what {@code content} holds as a message. */
  void message(int field, WireBuffer content) {
    bytes(field, content.bytes, content.length);
  }

  private void bytes(int field, byte[] content, int count) {
    room(2 * VARINT_BYTES_MAX + count);
    varint(((long) field << 3) | BYTES);
    varint(count);
    System.arraycopy(content, 0, bytes, length, count);
    length += count;
  }

  private void varint(long value) {
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      bytes[length++] = (byte) ((rest & 0x7F) | 0x80);
      rest >>>= 7;
    }
    bytes[length++] = (byte) rest;
  }

  private void room(int more) {
    if (bytes.length - length < more) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
    }
  }
}
