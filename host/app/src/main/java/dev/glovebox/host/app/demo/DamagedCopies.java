package dev.glovebox.host.app.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Damages a copy of a log the way somebody would who wants to hide something.
 *
 * <p>Knows the layout of audit.md: a frame is length u32, crc32c u32, sequence u64, leaf;
 * big-endian.
 */
final class DamagedCopies {
  private static final int HEADER_BYTES = 16;

  private final Path log;

  /** Damages the log in the origin's folder {@code log}. */
  DamagedCopies(Path log) {
    this.log = log;
  }

  /** Turns one bit in the middle of the log's middle record. */
  void flipBit() throws IOException {
    List<byte[]> frames = frames();
    byte[] frame = frames.get(frames.size() / 2);
    frame[HEADER_BYTES + (frame.length - HEADER_BYTES) / 2] ^= 1;
    write(frames);
  }

  /** Cuts the last records and, with them, every checkpoint that speaks of them. */
  void cutTail() throws IOException {
    List<String> notes = notes();
    long last = size(notes.getLast());
    List<String> older = notes.stream().filter(note -> size(note) < last).toList();
    long keep = size(older.getLast());
    write(frames().subList(0, (int) keep));
    Files.writeString(log.resolve("checkpoint"), older.getLast());
    Files.writeString(log.resolve("checkpoints.log"), String.join("\n", older) + "\n");
  }

  /** Swaps the middle record with the one after it. */
  void swapRecords() throws IOException {
    List<byte[]> frames = frames();
    int middle = frames.size() / 2;
    byte[] first = frames.get(middle);
    frames.set(middle, frames.get(middle + 1));
    frames.set(middle + 1, first);
    write(frames);
  }

  private Path segment() throws IOException {
    try (Stream<Path> files = Files.list(log.resolve("seg"))) {
      return files.sorted().findFirst().orElseThrow(() -> new IOException("no segment"));
    }
  }

  private List<byte[]> frames() throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(segment()));
    List<byte[]> frames = new ArrayList<>();
    while (bytes.remaining() >= HEADER_BYTES && bytes.getInt(bytes.position()) > 0) {
      byte[] frame = new byte[HEADER_BYTES + bytes.getInt(bytes.position())];
      bytes.get(frame);
      frames.add(frame);
    }
    return frames;
  }

  private void write(List<byte[]> frames) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (byte[] frame : frames) {
      bytes.write(frame);
    }
    Path segment = segment();
    Files.delete(segment);
    Files.write(segment, bytes.toByteArray());
  }

  /** A note is text, an empty line, signatures; an empty line follows it. */
  private List<String> notes() throws IOException {
    String text = Files.readString(log.resolve("checkpoints.log"), StandardCharsets.UTF_8);
    List<String> notes = new ArrayList<>();
    int from = 0;
    while (from < text.length()) {
      int body = text.indexOf("\n\n", from);
      int end = text.indexOf("\n\n", body + 2);
      notes.add(text.substring(from, end + 1));
      from = end + 2;
    }
    return notes;
  }

  private static long size(String note) {
    return Long.parseLong(note.lines().skip(1).findFirst().orElse("0"));
  }
}
