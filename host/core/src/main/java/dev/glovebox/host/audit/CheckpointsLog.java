package dev.glovebox.host.audit;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads the entries of a {@code checkpoints.log} one by one, in constant space. */
final class CheckpointsLog implements Closeable {
  private final InputStream in;
  private long completeBytes;

  private CheckpointsLog(InputStream in) {
    this.in = in;
  }

  /** Opens {@code file}; one that does not exist has no entries. */
  static CheckpointsLog open(Path file) throws IOException {
    return new CheckpointsLog(
        Files.exists(file)
            ? new BufferedInputStream(Files.newInputStream(file))
            : InputStream.nullInputStream());
  }

  /** What the next entry is. */
  sealed interface Entry {
    /** A checkpoint whose signature is not checked yet. */
    record Noted(Checkpoint checkpoint) implements Entry {}

    /** Text that is no checkpoint. */
    record Malformed() implements Entry {}

    /** The file ends inside an entry: a crash, or a cut. */
    record Torn() implements Entry {}

    /** No more entries. */
    record End() implements Entry {}
  }

  /** Reads the next entry. */
  Entry next() throws IOException {
    ByteArrayOutputStream note = new ByteArrayOutputStream(256);
    int emptyLines = 0;
    int last = 0;
    while (emptyLines < 2) {
      int c = in.read();
      if (c < 0) {
        return note.size() == 0 ? new Entry.End() : new Entry.Torn();
      }
      if (c == '\n' && last == '\n') {
        emptyLines++;
      }
      note.write(c);
      last = c;
      if (note.size() > SignedNote.NOTE_CHARACTERS_MAX) {
        return new Entry.Malformed();
      }
    }
    completeBytes += note.size();
    // Damaged bytes become U+FFFD, and the signature fails.
    String text = note.toString(StandardCharsets.UTF_8);
    try {
      return new Entry.Noted(Checkpoint.parse(text.substring(0, text.length() - 1)));
    } catch (IllegalArgumentException e) {
      return new Entry.Malformed();
    }
  }

  /** Returns the length of the entries that were read completely, in bytes. */
  long completeBytes() {
    return completeBytes;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
