package dev.glovebox.host.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Json;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.model.RunId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The table "found at start" of audit.md, row by row. */
@Timeout(60)
final class RecoveryTest {
  @TempDir Path data;
  private LogFixture fixture;

  @BeforeEach
  void makeFixture() {
    fixture = new LogFixture(data);
    fixture.settings = fixture.settings.withBounds(new AuditSettings.Bounds(1 << 20, 64, 16, 100));
  }

  @Test
  void startsALogWithItsEnvironment() {
    try (AuditLog log = fixture.open()) {
      assertThat(log.recovery().created()).isTrue();
      AuditRecord first = log.reader().read(0).record();
      assertThat(first.text("environment")).contains("development");
      assertThat(first.text("worm_level")).contains("EVIDENT");
      assertThat(log.latestCheckpoint().orElseThrow().size()).isEqualTo(1);
    }
  }

  @Test
  void goesOnWithoutARecordAfterACleanEnd() {
    fixture.write(5);
    try (AuditLog log = fixture.open()) {
      assertThat(log.recovery()).isEqualTo(new Recovery(false, Optional.empty(), List.of()));
      assertThat(log.reader().size()).isEqualTo(5);
      assertThat(log.append(LogFixture.decision(5)).sequence()).isEqualTo(5);
      assertThat(log.reader().read(5).record().stepId()).hasValue(4);
    }
  }

  @Test
  void cutsATornLastFrameAndSaysSo() throws IOException {
    fixture.write(5);
    byte[] next = appendBehindTheCheckpoint();
    byte[] sound = Files.readAllBytes(segment());
    for (byte[] torn :
        List.of(
            concat(sound, Arrays.copyOf(next, next.length / 2)),
            Arrays.copyOf(concat(sound, Arrays.copyOf(next, 7)), 1 << 20),
            Arrays.copyOf(concat(sound, Arrays.copyOf(next, next.length - 1)), 1 << 20))) {
      Path copy = data.resolve("copy");
      LogFixture.copy(data.resolve("audit"), copy);
      Files.write(segment(), torn);
      try (AuditLog log = fixture.open()) {
        assertThat(log.recovery().cut()).contains(new Recovery.Cut(5, 0, sound.length));
        AuditRecord record = log.reader().read(5).record();
        assertThat(record.type()).isEqualTo(StepType.RECOVERY);
        assertThat(record.detail().members()).containsEntry("event", Json.of("torn_frame_cut"));
      }
      assertThat(verify()).isZero();
      restore(copy);
    }
  }

  @Test
  void refusesABadFrameBeforeAValidOne() throws IOException {
    fixture.write(5);
    Frames.Bytes third = Frames.of(segment()).get(3);
    byte[] bytes = Files.readAllBytes(segment());
    bytes[third.offset() + 30] ^= 1;
    Files.write(segment(), bytes);
    refuses(Code.AUDIT_CORRUPT);
  }

  @Test
  void neverTakesADamagedLastFrameUnderACheckpointForTorn() throws IOException {
    fixture.write(5);
    byte[] bytes = Files.readAllBytes(segment());
    Files.write(segment(), Arrays.copyOf(bytes, bytes.length - 10));
    refuses(Code.AUDIT_CORRUPT);
    bytes[bytes.length - 30] ^= 1;
    Files.write(segment(), bytes);
    refuses(Code.AUDIT_CORRUPT);
  }

  @Test
  void refusesALogBehindItsCheckpoint() throws IOException {
    fixture.write(5);
    Frames.Bytes last = Frames.of(segment()).getLast();
    Files.write(segment(), Arrays.copyOf(Files.readAllBytes(segment()), last.offset()));
    refuses(Code.AUDIT_ROLLED_BACK);
  }

  @Test
  void refusesALogThatIsBehindItsSecondPlaceOnly() {
    fixture.write(5);
    Path old = data.resolve("old");
    LogFixture.copy(data.resolve("audit"), old);
    fixture.write(9);
    restore(old);
    refuses(Code.AUDIT_ROLLED_BACK);
  }

  @Test
  void refusesWhenTheFolderIsGone() {
    fixture.write(5);
    delete(data.resolve("audit"));
    refuses(Code.AUDIT_LOG_MISSING);
  }

  @Test
  void refusesAnotherRootOfTheSameSize() {
    fixture.write(5);
    Path second = data.resolve("second");
    LogFixture.copy(second, data.resolve("kept"));
    delete(second);
    delete(data.resolve("audit"));
    fixture.clock.advanceMicros(1);
    fixture.write(7);
    delete(second);
    LogFixture.copy(data.resolve("kept"), second);
    refuses(Code.AUDIT_FORK);
  }

  @Test
  void refusesAForgedTagAndAStrangeKey() throws IOException {
    fixture.write(5);
    Frames.Bytes last = Frames.of(segment()).getLast();
    byte[] leaf = last.leaf();
    leaf[leaf.length - 10] = (byte) (leaf[leaf.length - 10] == 'A' ? 'B' : 'A');
    byte[] sound = Files.readAllBytes(segment());
    Files.write(segment(), concat(Arrays.copyOf(sound, last.offset()), Frames.framed(4, leaf)));
    refuses(Code.AUDIT_TAG_FORGED);
    Files.write(segment(), sound);
    LogFixture stranger = new LogFixture(data, "otherkeys");
    assertThatThrownBy(stranger::open)
        .isInstanceOfSatisfying(
            Refusal.class, r -> assertThat(r.code()).isEqualTo(Code.AUDIT_KEY_UNKNOWN));
  }

  @Test
  void refusesASecondHost() {
    try (AuditLog log = fixture.open()) {
      assertThat(log.recovery().created()).isTrue();
      refuses(Code.DATA_IN_USE);
    }
  }

  @Test
  void recordsRunsThatACrashInterrupted() {
    RunId ended = new RunId(LogFixture.TEAM, "run-00000002");
    try (AuditLog log = fixture.open()) {
      log.append(LogFixture.manifest(LogFixture.RUN));
      log.append(LogFixture.manifest(ended));
      log.append(
          RecordDraft.of(StepType.RUN_RESULT, LogFixture.TEAM, "alpha/ann", "system:runner")
              .in(ended));
    }
    try (AuditLog log = fixture.open()) {
      assertThat(log.recovery().interrupted()).containsExactly(LogFixture.RUN);
      AuditRecord record = log.reader().read(4).record();
      assertThat(record.run()).contains(LogFixture.RUN);
      assertThat(record.detail().members()).containsEntry("code", Json.of("RUN_INTERRUPTED"));
    }
    try (AuditLog log = fixture.open()) {
      assertThat(log.recovery().interrupted()).isEmpty();
    }
  }

  /** Returns a frame that would be the next one, taken from a copy of the log. */
  private byte[] appendBehindTheCheckpoint() {
    Path other = data.resolve("ahead");
    LogFixture.copy(data.resolve("audit"), other.resolve("audit"));
    LogFixture ahead = new LogFixture(other, "../keys");
    ahead.settings = ahead.settings.withBounds(fixture.settings.bounds());
    ahead.write(6);
    return Frames.of(new LogFolder(ahead.folder()).segment(0)).getLast().bytes();
  }

  private int verify() throws IOException {
    Path trust = data.resolve("trust.json");
    try (AuditLog log = fixture.open()) {
      log.trust().write(trust);
    }
    return Verifier.verify(List.of(data.resolve("audit")), Optional.of(trust), Optional.empty())
        .exitCode();
  }

  private void restore(Path copy) {
    delete(data.resolve("audit"));
    LogFixture.copy(copy, data.resolve("audit"));
    delete(copy);
    if (Files.exists(data.resolve("ahead"))) {
      delete(data.resolve("second"));
    }
  }

  private void refuses(Code code) {
    assertThatThrownBy(fixture::open)
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }

  private Path segment() {
    return new LogFolder(fixture.folder()).segment(0);
  }

  private static byte[] concat(byte[] one, byte[] other) {
    byte[] both = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }

  private static void delete(Path folder) {
    try (var paths = Files.walk(folder)) {
      for (Path path : paths.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
