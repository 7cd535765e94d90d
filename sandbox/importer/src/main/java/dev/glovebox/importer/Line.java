package dev.glovebox.importer;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** One line of the file, without its end, and its number. Reused: not to be kept. */
final class Line {
  private final byte[] bytes;
  private int length;
  private int start;
  private int number = 1;

  Line(int bytesMax) {
    this.bytes = new byte[bytesMax];
  }

  int number() {
    return number;
  }

  int length() {
    return length - start;
  }

  byte at(int index) {
    return bytes[start + index];
  }

  /** Appends a byte; false if the line is full. */
  boolean append(byte b) {
    if (length == bytes.length) {
      return false;
    }
    bytes[length] = b;
    length++;
    return true;
  }

  void dropFirst(int count) {
    start += count;
  }

  void dropLast() {
    length--;
  }

  void next() {
    start = 0;
    length = 0;
    number++;
  }

  String text(int from, int to) {
    return new String(bytes, start + from, to - from, StandardCharsets.ISO_8859_1);
  }

  /** Whether the bytes are text at all: well-formed UTF-8 without NUL. */
  boolean isText() {
    boolean ascii = true;
    for (int i = start; i < length; i++) {
      if (bytes[i] == 0) {
        return false;
      }
      ascii &= bytes[i] > 0;
    }
    return ascii || isUtf8();
  }

  private boolean isUtf8() {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, start, length - start));
      return true;
    } catch (CharacterCodingException _) {
      return false;
    }
  }

  BarFileException refuse(String code, String problem) {
    return new BarFileException(code, problem, number);
  }
}
