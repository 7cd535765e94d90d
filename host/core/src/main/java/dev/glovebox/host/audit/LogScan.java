package dev.glovebox.host.audit;

import dev.glovebox.host.keys.Keys;
import dev.glovebox.host.keys.RecordTagger;
import dev.glovebox.host.keys.VerificationKey;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Refusal;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Reads a whole log before the host may write to it, and refuses what a crash cannot explain.
 *
 * <p>A torn last frame is cut. Everything else refuses: see the table in audit.md, "Reading and
 * recovery".
 */
final class LogScan {
  private final LogFolder folder;
  private final Origin origin;
  private final VerificationKey key;
  private final RecordTagger tagger;
  private final List<Checkpoint> known = new ArrayList<>();
  private final LogState state = new LogState();

  private LogScan(LogFolder folder, Origin origin, Keys keys) {
    this.folder = folder;
    this.origin = origin;
    this.key = keys.checkpointKey();
    this.tagger = keys.recordTagger();
  }

  /**
   * Scans the log of {@code folder}.
   *
   * @throws Refusal AUDIT_LOG_MISSING, AUDIT_ROLLED_BACK, AUDIT_FORK, AUDIT_CORRUPT,
   *     AUDIT_TAG_FORGED or AUDIT_KEY_UNKNOWN
   */
  static LogState of(LogFolder folder, Path secondPlace, Origin origin, Keys keys)
      throws IOException {
    LogScan scan = new LogScan(folder, origin, keys);
    scan.learnCheckpoints(secondPlace);
    scan.readSegments();
    scan.compare();
    return scan.state;
  }

  private void learnCheckpoints(Path secondPlace) throws IOException {
    newestOf(secondPlace).ifPresent(known::add);
    if (!Files.isDirectory(folder.segments()) && !known.isEmpty()) {
      throw new Refusal(
          Code.AUDIT_LOG_MISSING,
          "the log is gone; its second place knows " + known.getFirst().size() + " records");
    }
    newestOf(folder.checkpointsLog()).ifPresent(known::add);
    if (Files.exists(folder.checkpoint())) {
      byte[] note = Files.readAllBytes(folder.checkpoint());
      try {
        known.add(trusted(Checkpoint.parse(new String(note, StandardCharsets.UTF_8))));
      } catch (IllegalArgumentException e) {
        throw new Refusal(Code.AUDIT_CORRUPT, "the newest checkpoint is malformed");
      }
    }
  }

  /** Returns the newest checkpoint of {@code file} and cuts an entry that a crash left half. */
  private Optional<Checkpoint> newestOf(Path file) throws IOException {
    Optional<Checkpoint> newest = Optional.empty();
    try (CheckpointsLog log = CheckpointsLog.open(file)) {
      while (true) {
        switch (log.next()) {
          case CheckpointsLog.Entry.Noted(Checkpoint checkpoint) -> {
            if (newest.isPresent() && checkpoint.size() < newest.get().size()) {
              throw new Refusal(Code.AUDIT_ROLLED_BACK, "checkpoints went back in size");
            }
            newest = Optional.of(checkpoint);
          }
          case CheckpointsLog.Entry.Malformed _ ->
              throw new Refusal(Code.AUDIT_CORRUPT, "checkpoints.log holds no checkpoint");
          case CheckpointsLog.Entry.Torn _ -> {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
              channel.truncate(log.completeBytes());
              channel.force(true);
            }
            return newest.map(this::trusted);
          }
          case CheckpointsLog.Entry.End _ -> {
            return newest.map(this::trusted);
          }
        }
      }
    }
  }

  private Checkpoint trusted(Checkpoint checkpoint) {
    if (!checkpoint.origin().equals(origin.value()) || !checkpoint.isSignedBy(key)) {
      throw new Refusal(
          Code.AUDIT_KEY_UNKNOWN, "a checkpoint is not signed by this host's key for this log");
    }
    return checkpoint;
  }

  private void readSegments() throws IOException {
    List<Path> files = folder.segmentFiles();
    for (int i = 0; i < files.size(); i++) {
      readSegment(files.get(i), i == files.size() - 1);
    }
  }

  private void readSegment(Path file, boolean lastSegment) throws IOException {
    if (LogFolder.firstSequence(file) != state.nextSequence()) {
      throw corrupt(file, 0, "a segment is missing or misnamed");
    }
    try (SegmentScanner scanner = SegmentScanner.open(file)) {
      while (true) {
        switch (scanner.next()) {
          case SegmentScanner.Item.Sound(long sequence, int offset, byte[] leaf) ->
              accept(file, sequence, offset, leaf);
          case SegmentScanner.Item.Damaged damaged -> {
            if (!lastSegment || !damaged.last()) {
              throw corrupt(file, damaged.offset(), "a bad frame is followed by a valid one");
            }
            if (known.stream().anyMatch(c -> c.size() > state.nextSequence())) {
              throw corrupt(file, damaged.offset(), "a record under a checkpoint is damaged");
            }
            long segment = LogFolder.firstSequence(file);
            state.cut =
                Optional.of(new Recovery.Cut(state.nextSequence(), segment, damaged.offset()));
            state.tail = Optional.of(new LogState.Tail(file, damaged.offset()));
            return;
          }
          case SegmentScanner.Item.End(int offset) -> {
            boolean sealed =
                !Files.getPosixFilePermissions(file).contains(PosixFilePermission.OWNER_WRITE);
            if (lastSegment && !sealed) {
              state.tail = Optional.of(new LogState.Tail(file, offset));
            }
            return;
          }
        }
      }
    }
  }

  private void accept(Path file, long sequence, int offset, byte[] leaf) {
    Leaf parts = Leaf.parse(leaf).orElseThrow(() -> corrupt(file, offset, "a leaf is malformed"));
    if (!parts.keyId().equals(tagger.keyId())
        || !MessageDigest.isEqual(tagger.tagRecord(parts.body()), parts.tag())) {
      throw new Refusal(Code.AUDIT_TAG_FORGED, "tag of record " + sequence + " is wrong");
    }
    AuditRecord record;
    try {
      record = AuditRecord.parse(parts.body());
    } catch (IllegalArgumentException e) {
      throw corrupt(file, offset, "a body is malformed");
    }
    if (sequence != state.nextSequence() || record.sequence() != sequence) {
      throw corrupt(file, offset, "a sequence is out of order");
    }
    if (!Arrays.equals(record.previous().bytes(), state.previous)) {
      throw corrupt(file, offset, "the chain is broken");
    }
    state.accept(record, Leaf.hash(leaf), offset);
    compareAt(state.nextSequence());
  }

  private void compareAt(long size) {
    for (Checkpoint checkpoint : known) {
      if (checkpoint.size() == size && !checkpoint.root().equals(state.tree.root())) {
        throw new Refusal(
            Code.AUDIT_FORK, "the first " + size + " records have another root than was signed");
      }
    }
  }

  private void compare() {
    for (Checkpoint checkpoint : known) {
      if (checkpoint.size() > state.nextSequence()) {
        throw new Refusal(
            Code.AUDIT_ROLLED_BACK,
            "the log has "
                + state.nextSequence()
                + " records, a checkpoint knows "
                + checkpoint.size());
      }
    }
  }

  private static Refusal corrupt(Path file, int offset, String sentence) {
    return new Refusal(
        Code.AUDIT_CORRUPT, sentence + ": " + file.getFileName() + " at byte " + offset);
  }

  /** Writes the public half of the key where an auditor looks for it. */
  static void publishKey(LogFolder folder, VerificationKey key) throws IOException {
    Path file = folder.keys().resolve(key.idHex() + ".vkey");
    byte[] text = (key.text() + '\n').getBytes(StandardCharsets.UTF_8);
    if (!Files.exists(file)) {
      dev.glovebox.host.payload.DurableFiles.createFolder(folder.keys());
      dev.glovebox.host.payload.DurableFiles.replace(file, text);
    } else if (!ByteBuffer.wrap(Files.readAllBytes(file)).equals(ByteBuffer.wrap(text))) {
      throw new Refusal(Code.AUDIT_KEY_UNKNOWN, "the folder names another key with this id");
    }
  }
}
