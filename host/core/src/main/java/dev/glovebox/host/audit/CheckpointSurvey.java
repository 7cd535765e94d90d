package dev.glovebox.host.audit;

import dev.glovebox.host.keys.VerificationKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A first look at all checkpoints of one log: how far they reach, and who signed them. Constant
 * space; {@link RootComparison} reads them again beside the records.
 */
final class CheckpointSurvey {
  private final String origin;
  private final List<VerificationKey> accepted;
  private final List<VerificationKey> named;
  private final List<String> notes = new ArrayList<>();
  private Optional<Checkpoint> own = Optional.empty();
  private Optional<Checkpoint> second = Optional.empty();
  private Optional<Long> unknownKeyAt = Optional.empty();
  private Optional<Long> steppedBackAt = Optional.empty();

  /**
   * Looks at {@code folder} and at its second place.
   *
   * @param trust names the one key that counts, even for another origin; without it the keys in the
   *     folder do
   */
  CheckpointSurvey(LogFolder folder, Path secondPlace, String origin, Optional<TrustFile> trust)
      throws IOException {
    this.origin = origin;
    this.named = namedKeys(folder);
    this.accepted = trust.isPresent() ? List.of(trust.get().verificationKey()) : List.copyOf(named);
    trust
        .map(TrustFile::checkpoint)
        .filter(known -> known.origin().equals(origin) && !accepts(known))
        .ifPresent(known -> unknown(known.size()));
    own = survey(folder.checkpointsLog());
    second = survey(secondPlace);
    if (Files.exists(folder.checkpoint())) {
      // Damaged UTF-8 fails the signature, not the reader.
      surveySingle(new String(Files.readAllBytes(folder.checkpoint()), StandardCharsets.UTF_8));
    }
  }

  /** Returns the furthest checkpoint in the folder with a signature of a known key. */
  Optional<Checkpoint> own() {
    return own;
  }

  /** Returns the furthest checkpoint in the second place with a signature of a known key. */
  Optional<Checkpoint> second() {
    return second;
  }

  /** Returns the size of the first checkpoint that no accepted key signed. */
  Optional<Long> unknownKeyAt() {
    return unknownKeyAt;
  }

  /** Returns the size to which a list of checkpoints fell back: it was cut and continued. */
  Optional<Long> steppedBackAt() {
    return steppedBackAt;
  }

  /** Returns whether an accepted key signed {@code checkpoint} for this log. */
  boolean accepts(Checkpoint checkpoint) {
    return checkpoint.origin().equals(origin) && accepted.stream().anyMatch(checkpoint::isSignedBy);
  }

  List<String> notes() {
    return List.copyOf(notes);
  }

  private Optional<Checkpoint> survey(Path file) throws IOException {
    Optional<Checkpoint> newest = Optional.empty();
    long size = 0;
    try (CheckpointsLog log = CheckpointsLog.open(file)) {
      while (true) {
        switch (log.next()) {
          case CheckpointsLog.Entry.Noted(Checkpoint checkpoint) -> {
            if (counts(checkpoint)) {
              if (checkpoint.size() < size && steppedBackAt.isEmpty()) {
                steppedBackAt = Optional.of(checkpoint.size());
              }
              size = checkpoint.size();
              newest = further(newest, checkpoint);
            }
          }
          case CheckpointsLog.Entry.Malformed _ -> unknown(size);
          case CheckpointsLog.Entry.Torn _ -> {
            notes.add("the last entry of " + file.getFileName() + " is incomplete");
            return newest;
          }
          case CheckpointsLog.Entry.End _ -> {
            return newest;
          }
        }
      }
    }
  }

  private void surveySingle(String note) {
    try {
      Checkpoint checkpoint = Checkpoint.parse(note);
      if (counts(checkpoint)) {
        own = further(own, checkpoint);
      }
    } catch (IllegalArgumentException e) {
      unknown(0);
    }
  }

  /** Returns whether the checkpoint's size can be believed at all. */
  private boolean counts(Checkpoint checkpoint) {
    if (accepts(checkpoint)) {
      return true;
    }
    unknown(checkpoint.size());
    return checkpoint.origin().equals(origin) && named.stream().anyMatch(checkpoint::isSignedBy);
  }

  private void unknown(long size) {
    if (unknownKeyAt.isEmpty()) {
      unknownKeyAt = Optional.of(size);
    }
  }

  private static Optional<Checkpoint> further(Optional<Checkpoint> one, Checkpoint other) {
    return one.isPresent() && one.get().size() >= other.size() ? one : Optional.of(other);
  }

  private List<VerificationKey> namedKeys(LogFolder folder) throws IOException {
    List<VerificationKey> keys = new ArrayList<>();
    if (!Files.isDirectory(folder.keys())) {
      return keys;
    }
    try (Stream<Path> files = Files.list(folder.keys())) {
      for (Path file : files.filter(f -> f.toString().endsWith(".vkey")).sorted().toList()) {
        try {
          keys.add(VerificationKey.parse(Files.readString(file, StandardCharsets.UTF_8).strip()));
        } catch (IllegalArgumentException | java.nio.charset.CharacterCodingException e) {
          notes.add("key file " + file.getFileName() + " is damaged and vouches for nothing");
        }
      }
    }
    return keys;
  }
}
