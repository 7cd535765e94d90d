package dev.glovebox.host.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/** Reads and remakes frames for tests, independently of the code under test. */
final class Frames {
  private Frames() {}

  /** One frame: its offset and all its bytes. */
  @SuppressWarnings("ArrayRecordComponent") // test data, never compared
  record Bytes(int offset, byte[] bytes) {
    long sequence() {
      return ByteBuffer.wrap(bytes).getLong(8);
    }

    byte[] leaf() {
      byte[] leaf = new byte[bytes.length - 16];
      System.arraycopy(bytes, 16, leaf, 0, leaf.length);
      return leaf;
    }
  }

  static List<Bytes> of(Path file) {
    try {
      byte[] all = Files.readAllBytes(file);
      List<Bytes> frames = new ArrayList<>();
      int at = 0;
      while (at + 16 <= all.length) {
        int length = ByteBuffer.wrap(all).getInt(at);
        if (length == 0) {
          break;
        }
        byte[] frame = new byte[16 + length];
        System.arraycopy(all, at, frame, 0, frame.length);
        frames.add(new Bytes(at, frame));
        at += frame.length;
      }
      return frames;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<byte[]> leaves(Path file) {
    return of(file).stream().map(Bytes::leaf).toList();
  }

  static byte[] framed(long sequence, byte[] leaf) {
    CRC32C checksum = new CRC32C();
    ByteBuffer covered = ByteBuffer.allocate(8 + leaf.length).putLong(sequence).put(leaf);
    checksum.update(covered.array());
    return ByteBuffer.allocate(16 + leaf.length)
        .putInt(leaf.length)
        .putInt((int) checksum.getValue())
        .put(covered.array())
        .array();
  }
}
