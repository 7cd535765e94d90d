package dev.glovebox.host.audit;

import dev.glovebox.host.keys.FileKeys;
import dev.glovebox.host.model.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * {@code verify} of a log one of whose files is not what it was gives a verdict or a refusal with a
 * code, and never that records which differ are verified.
 */
public final class SegmentTarget {
  private static final int RECORDS = 9;
  private static final int EDIT_BYTES = 3;
  private static final SegmentTarget LOG = new SegmentTarget();

  private static final List<File> FILES = List.of(File.values());

  private final LogFixture fixture;
  private final Path trust;
  private final LogFolder folder;
  private final byte[] sound;

  private enum File {
    SEGMENT_WHOLE,
    SEGMENT_EDITED,
    SEGMENT_FRAMED,
    CHECKPOINT,
    CHECKPOINTS,
    TRUST
  }

  private SegmentTarget() {
    try {
      Path data = Files.createTempDirectory("segments");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(data)));
      fixture = new LogFixture(data.resolve("data"));
      trust = data.resolve("trust.json");
      fixture.settings =
          fixture.settings.withBounds(new AuditSettings.Bounds(1 << 20, 64, 16, 100));
      fixture.write(RECORDS).write(trust);
      folder = new LogFolder(fixture.folder());
      sound = withoutTail(Files.readAllBytes(folder.segment(0)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void remove(Path tree) {
    try (var files = Files.walk(tree)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] withoutTail(byte[] segment) {
    int end = segment.length;
    while (end > 0 && segment[end - 1] == 0) {
      end--;
    }
    return Arrays.copyOf(segment, end);
  }

  /** Puts {@code data} into the file that its first byte names, and verifies the log. */
  public static void fuzzerTestOneInput(byte[] data) throws IOException {
    if (data.length > 0) {
      LOG.verify(
          FILES.get((data[0] & 0xff) % FILES.size()), Arrays.copyOfRange(data, 1, data.length));
    }
  }

  private void verify(File kind, byte[] data) throws IOException {
    Path file =
        switch (kind) {
          case SEGMENT_WHOLE, SEGMENT_EDITED, SEGMENT_FRAMED -> folder.segment(0);
          case CHECKPOINT -> folder.checkpoint();
          case CHECKPOINTS -> folder.checkpointsLog();
          case TRUST -> trust;
        };
    byte[] put =
        switch (kind) {
          case SEGMENT_EDITED -> edited(data);
          case SEGMENT_FRAMED -> framed(data);
          case SEGMENT_WHOLE, CHECKPOINT, CHECKPOINTS, TRUST -> data;
        };
    byte[] before = Files.readAllBytes(file);
    Files.write(file, put);
    try {
      Verification found = verification(kind != File.CHECKPOINT);
      boolean records = file.equals(folder.segment(0));
      if (records && found.exitCode() == 0 && !Arrays.equals(withoutTail(put), sound)) {
        throw new AssertionError("other records are verified");
      }
      if (found.lines().isEmpty()) {
        throw new AssertionError("nothing is said");
      }
    } catch (Refusal e) {
      if (e.sentence().isEmpty()) {
        throw new AssertionError("a refusal without a sentence", e);
      }
    } finally {
      Files.write(file, before);
    }
  }

  private Verification verification(boolean withKeys) {
    return Verifier.verify(
        List.of(fixture.data.resolve("audit")),
        Optional.of(trust),
        withKeys
            ? Optional.of(fixture.data.resolve("keys").resolve(FileKeys.EPOCH_FILE))
            : Optional.empty());
  }

  /** The sound segment with bytes changed: two of place and one of value for each. */
  private byte[] edited(byte[] edits) {
    byte[] segment = sound.clone();
    for (int i = 0; i + EDIT_BYTES <= edits.length; i += EDIT_BYTES) {
      int place = ByteBuffer.wrap(edits).getShort(i) & 0xffff;
      segment[place % segment.length] = edits[i + EDIT_BYTES - 1];
    }
    return segment;
  }

  /** The sound segment, and behind it each line as a frame whose checksum is right. */
  private byte[] framed(byte[] lines) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(sound);
    int sequence = RECORDS;
    int from = 0;
    for (int i = 0; i < lines.length; i++) {
      if (lines[i] == 0 || i == lines.length - 1) {
        all.writeBytes(Frames.framed(sequence, Arrays.copyOfRange(lines, from, i + 1)));
        sequence++;
        from = i + 1;
      }
    }
    return all.toByteArray();
  }

  /** Each file as it is, and small changes. */
  public static List<byte[]> seeds() {
    try {
      return List.of(
          of(File.SEGMENT_WHOLE, LOG.sound),
          of(File.SEGMENT_WHOLE, Arrays.copyOf(LOG.sound, LOG.sound.length / 2)),
          of(File.SEGMENT_EDITED, new byte[] {0, 1, 0, 0, 60, 9}),
          of(File.SEGMENT_FRAMED, Arrays.copyOfRange(LOG.sound, 16, 600)),
          of(File.CHECKPOINT, Files.readAllBytes(LOG.folder.checkpoint())),
          of(File.CHECKPOINTS, Files.readAllBytes(LOG.folder.checkpointsLog())),
          of(File.TRUST, Files.readAllBytes(LOG.trust)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] of(File kind, byte[] data) {
    return ByteBuffer.allocate(data.length + 1).put((byte) FILES.indexOf(kind)).put(data).array();
  }
}
