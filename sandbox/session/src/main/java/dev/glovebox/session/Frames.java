package dev.glovebox.session;

import com.google.protobuf.CodedInputStream;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** Reads length-delimited frames from a process that may send anything. Not thread-safe. */
final class Frames {
  /** Longest frame in either direction. */
  static final int FRAME_BYTES_MAX = 1024 * 1024;

  private static final int READ_BYTES = 64 * 1024;

  private final InputStream source;
  private final long totalBytesMax;
  private long totalBytes;

  Frames(InputStream source, long totalBytesMax) {
    this.source = new BufferedInputStream(source, READ_BYTES);
    this.totalBytesMax = totalBytesMax;
  }

  /**
   * Reads the next frame.
   *
   * @throws EOFException if the stream ends before or inside the frame
   * @throws HelperException if the frame or the sum of all frames is too long
   */
  byte[] next() throws IOException, HelperException {
    int first = source.read();
    if (first < 0) {
      throw new EOFException("no frame");
    }
    int length = CodedInputStream.readRawVarint32(first, source);
    if (length < 0 || length > FRAME_BYTES_MAX) {
      throw HelperException.violation("a frame is longer than " + FRAME_BYTES_MAX + " bytes");
    }
    totalBytes += length;
    if (totalBytes > totalBytesMax) {
      throw HelperException.violation("the answer is longer than " + totalBytesMax + " bytes");
    }
    byte[] frame = source.readNBytes(length);
    if (frame.length < length) {
      throw new EOFException("a frame was cut");
    }
    return frame;
  }

  /** Whether the stream has ended; blocks until that is known. */
  boolean atEnd() throws IOException {
    return source.read() < 0;
  }
}
