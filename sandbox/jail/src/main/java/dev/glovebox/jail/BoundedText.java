package dev.glovebox.jail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Keeps the first bytes of a stream and reads the rest away, so that a child that floods its stderr
 * neither blocks nor grows the host. Thread-safe.
 */
final class BoundedText {
  private static final int READ_BYTES = 4096;

  private final byte[] kept;
  private int length;

  BoundedText(int bytesMax) {
    this.kept = new byte[bytesMax];
  }

  /** Reads {@code stream} to its end; returns when it ends or breaks. */
  void drain(InputStream stream) {
    byte[] buffer = new byte[READ_BYTES];
    try (stream) {
      for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
        keep(buffer, read);
      }
    } catch (IOException _) {
      // The pipe broke with its process: what was kept is all there is.
    }
  }

  private synchronized void keep(byte[] buffer, int read) {
    int taken = Math.min(read, kept.length - length);
    System.arraycopy(buffer, 0, kept, length, taken);
    length += taken;
  }

  /** What was kept so far; untrusted. */
  synchronized String text() {
    return new String(kept, 0, length, StandardCharsets.UTF_8);
  }
}
