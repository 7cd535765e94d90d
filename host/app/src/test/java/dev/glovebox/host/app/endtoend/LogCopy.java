package dev.glovebox.host.app.endtoend;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The copy of an audit folder, read and written by the layout that audit.md gives: a frame is
 * length u32, crc32c u32, sequence u64, leaf; big-endian.
 *
 * @param audit the folder of origins
 */
record LogCopy(Path audit) {
  private static final int HEADER_BYTES = 16;

  /** Turns the last bit of the middle record. */
  void flipBit() throws IOException {
    List<byte[]> frames = frames();
    byte[] frame = frames.get(frames.size() / 2);
    frame[frame.length - 1] ^= 1;
    write(frames);
  }

  /** Takes away the last record; what the checkpoints say stays. */
  void cutTail() throws IOException {
    List<byte[]> frames = frames();
    write(frames.subList(0, frames.size() - 1));
  }

  /** Goes back to the first checkpoint, as if nothing had happened since. */
  void rollBack() throws IOException {
    String notes = Bench.text(origin().resolve("checkpoints.log"));
    String first = notes.substring(0, notes.indexOf("\n\n", notes.indexOf("\n\n") + 2) + 1);
    write(frames().subList(0, Integer.parseInt(first.lines().toList().get(1))));
    Files.writeString(origin().resolve("checkpoint"), first);
    Files.writeString(origin().resolve("checkpoints.log"), first + "\n");
  }

  /** Exchanges the middle record and the one after it, sequence numbers and all. */
  void swap() throws IOException {
    List<byte[]> frames = frames();
    int middle = frames.size() / 2;
    frames.add(middle, frames.remove(middle + 1));
    write(frames);
  }

  private Path origin() throws IOException {
    return only(audit);
  }

  private static Path only(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.findFirst().orElseThrow();
    }
  }

  private List<byte[]> frames() throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(only(origin().resolve("seg"))));
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
    frames.forEach(bytes::writeBytes);
    Files.write(only(origin().resolve("seg")), bytes.toByteArray());
  }
}
