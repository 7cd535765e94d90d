package dev.glovebox.session;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Finds the heads of HTTP/2 frames in a stream of bytes, however it is cut. Not thread-safe.
 *
 * <p>Leaves the bytes as they are and keeps at most one head.
 */
final class FrameHeads {
  /** What a client sends before its first frame; RFC 9113, section 3.4. */
  private static final byte[] PREFACE =
      "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  private final byte[] preface;
  private int prefaceAt;

  private static final int HEAD_BYTES = 9;
  private static final int LENGTH_BYTES = 3;
  private static final int FLAGS_AT = 4;
  private static final Kind[] KINDS = Kind.values();

  private int skip;
  private int headBytes;
  private int length;
  private int type;
  private int flags;

  /** Kinds in the order of their numbers in RFC 9113, and all others. */
  enum Kind {
    DATA,
    HEADERS,
    PRIORITY,
    RST_STREAM,
    SETTINGS,
    PUSH_PROMISE,
    PING,
    GOAWAY,
    WINDOW_UPDATE,
    CONTINUATION,
    OTHER
  }

  /** Judges one frame by its head. */
  interface Judge {
    Optional<Violation> judge(Kind kind, int length, int flags);
  }

  private FrameHeads(byte[] preface) {
    this.preface = preface;
  }

  /** Frames that a client sends, after its preface. */
  static FrameHeads ofClient() {
    return new FrameHeads(PREFACE);
  }

  /** Frames that a server sends. */
  static FrameHeads ofServer() {
    return new FrameHeads(new byte[0]);
  }

  /** Returns the first violation that {@code judge} sees; what follows it is not looked at. */
  Optional<Violation> first(ByteBuf bytes, Judge judge) {
    int at = bytes.readerIndex();
    int end = bytes.writerIndex();
    while (prefaceAt < preface.length && at < end) {
      if (bytes.getByte(at) != preface[prefaceAt]) {
        return Optional.of(Violation.HTTP_REFUSED);
      }
      prefaceAt++;
      at++;
    }
    while (at < end) {
      if (skip > 0) {
        int skipped = Math.min(skip, end - at);
        skip -= skipped;
        at += skipped;
        continue;
      }
      take(bytes.getUnsignedByte(at));
      at++;
      if (headBytes == HEAD_BYTES) {
        headBytes = 0;
        skip = length;
        Kind kind = KINDS[Math.min(type, KINDS.length - 1)];
        Optional<Violation> violation = judge.judge(kind, length, flags);
        if (violation.isPresent()) {
          return violation;
        }
      }
    }
    return Optional.empty();
  }

  private void take(int value) {
    if (headBytes == 0) {
      length = 0;
    }
    if (headBytes < LENGTH_BYTES) {
      length = length << Byte.SIZE | value;
    } else if (headBytes == LENGTH_BYTES) {
      type = value;
    } else if (headBytes == FLAGS_AT) {
      flags = value;
    }
    headBytes++;
  }
}
