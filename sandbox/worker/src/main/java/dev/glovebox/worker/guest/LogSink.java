package dev.glovebox.worker.guest;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What the guest's standard output and error write to: lines, cut and counted.
 *
 * <p>Every byte written counts toward the run's limit, also those that a cut drops; beyond the
 * limit the sink is flooded and each write throws {@link Flooded}, which no guest code can catch.
 * Not thread-safe: the guest has one thread.
 */
public final class LogSink extends OutputStream {
  /**
   * Ends the guest: the engine treats it as an error of its own, which {@code except} never sees.
   */
  @SuppressWarnings("serial") // never serialized
  public static final class Flooded extends Error {
    Flooded() {
      super("log limit reached", null, false, false);
    }
  }

  private int lineBytesMax = 4 * 1024;
  private int runBytesMax = 1024 * 1024;
  private byte[] line = new byte[256];
  private int length;
  private long written;
  private boolean flooded;
  private final List<String> lines = new ArrayList<>();

  /** A sink with the usual limits. */
  public LogSink() {}

  /** Writes a text and ends its line. */
  public void line(String text) {
    byte[] bytes = (text + "\n").getBytes(StandardCharsets.UTF_8);
    write(bytes, 0, bytes.length);
  }

  /** Sets the limits of the run. */
  public void limit(int lineBytes, int runBytes) {
    lineBytesMax = lineBytes;
    runBytesMax = runBytes;
  }

  /** True once more than the run's limit was written. */
  public boolean flooded() {
    return flooded;
  }

  @Override
  public void write(int b) {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int count) {
    if (flooded) {
      throw new Flooded();
    }
    long room = runBytesMax - written;
    int kept = (int) Math.min(count, room);
    for (int i = offset; i < offset + kept; i++) {
      accept(bytes[i]);
    }
    written += kept;
    if (kept < count) {
      flooded = true;
      throw new Flooded();
    }
  }

  private void accept(byte b) {
    if (b == '\n') {
      endLine();
      return;
    }
    if (length >= lineBytesMax) {
      return;
    }
    if (length == line.length) {
      line = Arrays.copyOf(line, Math.min(line.length * 2, lineBytesMax));
    }
    line[length++] = b;
  }

  private void endLine() {
    // Bytes that are no UTF-8 decode to a replacement that is longer, so the cut comes after it.
    lines.add(Texts.cut(new String(line, 0, length, StandardCharsets.UTF_8), lineBytesMax));
    length = 0;
  }

  /** Returns the complete lines since the last call. */
  public List<String> drain() {
    List<String> drained = List.copyOf(lines);
    lines.clear();
    return drained;
  }

  /** Returns the lines since the last call, and the unfinished last one. */
  public List<String> drainToTheEnd() {
    if (length > 0) {
      endLine();
    }
    return drain();
  }
}
