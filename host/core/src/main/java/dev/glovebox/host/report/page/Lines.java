package dev.glovebox.host.report.page;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Lines of one of the run's files, one at a time. */
final class Lines implements AutoCloseable {
  private static final int BUFFER_CHARACTERS = 256 * 1024;

  private final BufferedReader reader;

  /**
   * Opens the file.
   *
   * @throws UncheckedIOException if that is not possible; so do the others
   */
  Lines(PageInput.ByteSource source) {
    try {
      this.reader =
          new BufferedReader(
              new InputStreamReader(source.open(), StandardCharsets.UTF_8), BUFFER_CHARACTERS);
    } catch (IOException e) {
      throw new UncheckedIOException("a report file cannot be read", e);
    }
  }

  /** Returns the next line, or null after the last. */
  @Nullable String next() {
    try {
      return reader.readLine();
    } catch (IOException e) {
      throw new UncheckedIOException("a report file cannot be read", e);
    }
  }

  @Override
  public void close() {
    try {
      reader.close();
    } catch (IOException e) {
      throw new UncheckedIOException("a report file cannot be read", e);
    }
  }
}
