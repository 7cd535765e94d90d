package dev.glovebox.host.audit;

import dev.glovebox.host.keys.EpochKeys;
import dev.glovebox.host.keys.VerificationKey;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Verifies logs offline, from their folders, a trust file kept elsewhere, and the epoch's keys if
 * they are at hand. Needs no host and writes nothing.
 */
public final class Verifier {
  private static final String UNKNOWN_ORIGIN = "unknown";

  private final Optional<TrustFile> trust;
  private final Optional<EpochKeys> epochKeys;

  private Verifier(Optional<TrustFile> trust, Optional<EpochKeys> epochKeys) {
    this.trust = trust;
    this.epochKeys = epochKeys;
  }

  /**
   * Verifies each of {@code folders}: an origin's folder, or a folder of them.
   *
   * @param trustFile see {@link TrustFile}; without it a sound log is only consistent in itself
   * @param epochKeysFile see {@link EpochKeys}; without it tags are not checked
   * @throws Refusal FILE_UNREADABLE or TRUST_INVALID
   */
  public static Verification verify(
      List<Path> folders, Optional<Path> trustFile, Optional<Path> epochKeysFile) {
    Verifier verifier =
        new Verifier(trustFile.map(TrustFile::read), epochKeysFile.map(EpochKeys::read));
    List<Verification.Verdict> verdicts = new ArrayList<>();
    try {
      for (Path folder : folders) {
        verifier.verify(folder, verdicts);
      }
    } catch (IOException | UncheckedIOException e) {
      throw new Refusal(Code.FILE_UNREADABLE, "the log cannot be read");
    }
    verifier.demandTrusted(verdicts);
    return new Verification(verdicts);
  }

  private void verify(Path folder, List<Verification.Verdict> verdicts) throws IOException {
    if (LogFolder.looksLikeOne(folder)) {
      verdicts.add(verifyOrigin(folder));
      return;
    }
    List<Path> origins = List.of();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> children = Files.list(folder)) {
        origins = children.filter(LogFolder::looksLikeOne).sorted().toList();
      }
    }
    for (Path origin : origins) {
      verdicts.add(verifyOrigin(origin));
    }
    if (origins.isEmpty()) {
      verdicts.add(missing(originOf(folder)));
    }
  }

  private Verification.Verdict verifyOrigin(Path folder) throws IOException {
    String origin = originOf(folder);
    return new OriginVerifier(folder, origin, trust, epochKeys).verdict();
  }

  /** A log that the trust file names must have been among those that were read. */
  private void demandTrusted(List<Verification.Verdict> verdicts) {
    if (trust.isPresent()
        && verdicts.stream().noneMatch(v -> v.origin().equals(trust.get().origin()))) {
      verdicts.add(missing(trust.get().origin()));
    }
  }

  private static Verification.Verdict missing(String origin) {
    return new Verification.Damaged(
        origin, List.of(new Defect(Code.AUDIT_LOG_MISSING, origin, 0, 0)), List.of());
  }

  /** A copy may have another folder name, so the log's own files are asked as well. */
  private String originOf(Path path) throws IOException {
    String name = String.valueOf(path.toAbsolutePath().normalize().getFileName());
    if (Origin.isValid(name)) {
      return name;
    }
    LogFolder folder = new LogFolder(path);
    return fromCheckpoint(folder)
        .or(() -> fromKeys(folder))
        .or(() -> trust.map(TrustFile::origin))
        .orElse(UNKNOWN_ORIGIN);
  }

  private static Optional<String> fromCheckpoint(LogFolder folder) throws IOException {
    if (Files.isRegularFile(folder.checkpoint())) {
      byte[] note = Files.readAllBytes(folder.checkpoint());
      try {
        return valid(Checkpoint.parse(new String(note, StandardCharsets.UTF_8)).origin());
      } catch (IllegalArgumentException e) {
        return Optional.empty();
      }
    }
    try (CheckpointsLog log = CheckpointsLog.open(folder.checkpointsLog())) {
      return log.next() instanceof CheckpointsLog.Entry.Noted(Checkpoint first)
          ? valid(first.origin())
          : Optional.empty();
    }
  }

  private static Optional<String> fromKeys(LogFolder folder) {
    if (!Files.isDirectory(folder.keys())) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.list(folder.keys())) {
      for (Path file : files.sorted().toList()) {
        String name =
            VerificationKey.parse(Files.readString(file, StandardCharsets.UTF_8).strip()).name();
        int slash = name.indexOf('/');
        return valid(slash < 0 ? name : name.substring(0, slash));
      }
      return Optional.empty();
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> valid(String origin) {
    return Optional.of(origin).filter(Origin::isValid);
  }
}
