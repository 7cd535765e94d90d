package dev.glovebox.host.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Json;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.model.Sha256;
import dev.glovebox.host.payload.PayloadStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class AuditLogTest {
  @TempDir Path data;

  @Test
  void rollsSegmentsAndSealsTheFullOnes() throws IOException {
    LogFixture fixture = new LogFixture(data);
    TrustFile trust = fixture.write(40);
    List<Path> segments = new LogFolder(fixture.folder()).segmentFiles();
    assertThat(segments.size()).isGreaterThan(3);
    long next = 0;
    for (int i = 0; i < segments.size(); i++) {
      assertThat(String.valueOf(segments.get(i).getFileName()))
          .isEqualTo("%020d.log".formatted(next));
      List<Frames.Bytes> frames = Frames.of(segments.get(i));
      for (Frames.Bytes frame : frames) {
        assertThat(frame.sequence()).isEqualTo(next++);
        assertThat(Frames.framed(frame.sequence(), frame.leaf())).isEqualTo(frame.bytes());
      }
      Frames.Bytes last = frames.getLast();
      assertThat(Files.size(segments.get(i))).isEqualTo(last.offset() + last.bytes().length);
      if (i < segments.size() - 1) {
        assertThat(Files.getPosixFilePermissions(segments.get(i)))
            .isEqualTo(PosixFilePermissions.fromString("r--r--r--"));
      }
    }
    assertThat(next).isEqualTo(40);
    Path file = data.resolve("trust.json");
    trust.write(file);
    assertThat(
            Verifier.verify(List.of(fixture.folder()), Optional.of(file), Optional.empty())
                .exitCode())
        .isZero();
    fixture.write(45).write(file);
    assertThat(
            Verifier.verify(List.of(fixture.folder()), Optional.of(file), Optional.empty())
                .exitCode())
        .isZero();
  }

  @Test
  void signsARootThatAnIndependentTreeAndVerifierAgreeWith()
      throws IOException, GeneralSecurityException {
    LogFixture fixture = new LogFixture(data);
    for (int size : new int[] {1, 2, 3, 7, 8, 13}) {
      Checkpoint checkpoint = fixture.write(size).checkpoint();
      List<byte[]> leaves = new ArrayList<>();
      for (Path segment : new LogFolder(fixture.folder()).segmentFiles()) {
        leaves.addAll(Frames.leaves(segment));
      }
      assertThat(checkpoint.size()).isEqualTo(size);
      assertThat(checkpoint.root().bytes()).isEqualTo(root(leaves));
      assertThat(signatureIsValid(checkpoint, fixture.keys.checkpointKey().text())).isTrue();
    }
  }

  @Test
  void writesEachCheckpointToBothPlaces() throws IOException {
    LogFixture fixture = new LogFixture(data);
    fixture.write(20);
    LogFolder folder = new LogFolder(fixture.folder());
    byte[] own = Files.readAllBytes(folder.checkpointsLog());
    assertThat(Files.readAllBytes(fixture.settings.secondPlace())).isEqualTo(own);
    String newest = Files.readString(folder.checkpoint());
    assertThat(new String(own, StandardCharsets.UTF_8)).endsWith(newest + "\n");
    // Every 8 records without being asked, at creation, and on close.
    assertThat(new String(own, StandardCharsets.UTF_8).split("\n\n\u2014", -1).length - 1)
        .isGreaterThanOrEqualTo(4);
    String key = fixture.keys.checkpointKey().idHex() + ".vkey";
    assertThat(Files.readString(folder.keys().resolve(key)))
        .isEqualTo(fixture.keys.checkpointKey().text() + '\n');
  }

  @Test
  void givesManyCallersTheirOwnPlaces() {
    LogFixture fixture = new LogFixture(data);
    try (AuditLog log = fixture.open()) {
      List<CompletableFuture<Receipt>> waiting = new ArrayList<>();
      for (int i = 0; i < 60; i++) {
        waiting.add(log.appendAsync(LogFixture.decision(i)));
      }
      List<Long> places = waiting.stream().map(f -> f.join().sequence()).toList();
      assertThat(places).isSorted().doesNotHaveDuplicates().hasSize(60);
    }
  }

  @Test
  void refusesWhenTheQueueIsFullAndLosesNothingItTook() throws InterruptedException {
    LogFixture fixture = new LogFixture(data);
    CountDownLatch release = new CountDownLatch(1);
    CountDownLatch stuck = new CountDownLatch(1);
    AtomicInteger writes = new AtomicInteger();
    fixture.settings =
        fixture
            .settings
            .withBounds(new AuditSettings.Bounds(1 << 20, 4, 4, 100))
            .withFaults(point -> {
              if (point == FaultHook.Point.BEFORE_FORCE && writes.incrementAndGet() == 2) {
                stuck.countDown();
                awaitQuietly(release);
              }
            });
    try (AuditLog log = fixture.open()) {
      List<CompletableFuture<Receipt>> taken = new ArrayList<>();
      taken.add(log.appendAsync(LogFixture.decision(0)));
      stuck.await();
      for (int i = 1; i <= 4; i++) {
        taken.add(log.appendAsync(LogFixture.decision(i)));
      }
      assertThatThrownBy(() -> log.append(LogFixture.decision(5)))
          .isInstanceOfSatisfying(
              Refusal.class, r -> assertThat(r.code()).isEqualTo(Code.AUDIT_BACKPRESSURE));
      assertThat(taken).noneMatch(CompletableFuture::isDone);
      release.countDown();
      assertThat(taken.stream().map(f -> f.join().sequence()).toList())
          .containsExactly(1L, 2L, 3L, 4L, 5L);
    }
  }

  @Test
  void sealsAfterAFailedForceTellsItsListenerAndNeverTriesAgain() {
    LogFixture fixture = new LogFixture(data);
    AtomicInteger forces = new AtomicInteger();
    AtomicInteger told = new AtomicInteger();
    fixture.settings =
        fixture
            .settings
            .withOnSealed(told::incrementAndGet)
            .withFaults(point -> {
              if (point == FaultHook.Point.BEFORE_FORCE && forces.incrementAndGet() == 3) {
                throw new IOException("no space left");
              }
            });
    AuditLog log = fixture.open();
    log.append(LogFixture.decision(0));
    CompletableFuture<Receipt> failed = log.appendAsync(LogFixture.decision(1));
    assertThatThrownBy(failed::join)
        .isInstanceOf(CompletionException.class)
        .cause()
        .isInstanceOfSatisfying(
            Refusal.class, r -> assertThat(r.code()).isEqualTo(Code.AUDIT_SEALED));
    for (Runnable call :
        List.<Runnable>of(() -> log.append(LogFixture.decision(2)), log::checkpoint)) {
      assertThatThrownBy(call::run)
          .isInstanceOfSatisfying(
              Refusal.class, r -> assertThat(r.code()).isEqualTo(Code.AUDIT_SEALED));
    }
    assertThat(log.reader().size()).isEqualTo(2);
    log.close();
    assertThat(forces).hasValue(3);
    assertThat(told).hasValue(1);
    assertThatThrownBy(() -> log.append(LogFixture.decision(3))).isInstanceOf(Refusal.class);
  }

  @Test
  void refusesInsteadOfHangingAfterAnErrorAndABrokenListener() {
    LogFixture fixture = new LogFixture(data);
    AtomicInteger forces = new AtomicInteger();
    fixture.settings =
        fixture
            .settings
            .withOnSealed(() -> {
              throw new IllegalStateException("broken listener");
            })
            .withFaults(point -> {
              if (point == FaultHook.Point.BEFORE_FORCE && forces.incrementAndGet() == 2) {
                throw new OutOfMemoryError("as thrown by the platform");
              }
            });
    try (AuditLog log = fixture.open()) {
      for (int i = 0; i < 2; i++) {
        assertThatThrownBy(() -> log.append(LogFixture.decision(0)))
            .isInstanceOfSatisfying(
                Refusal.class, r -> assertThat(r.code()).isEqualTo(Code.AUDIT_SEALED));
      }
    }
  }

  @Test
  void checksEveryRecordThatIsRead() throws IOException {
    LogFixture fixture = new LogFixture(data);
    fixture.settings = fixture.settings.withBounds(new AuditSettings.Bounds(1 << 20, 64, 16, 100));
    try (AuditLog log = fixture.open()) {
      log.append(LogFixture.decision(0));
      AuditReader.Read read = log.reader().read(1);
      assertThat(read.leafHash().bytes()).isEqualTo(Leaf.hash(read.leaf()));
      Path segment = new LogFolder(fixture.folder()).segment(0);
      Frames.Bytes frame = Frames.of(segment).get(1);
      byte[] bytes = Files.readAllBytes(segment);
      bytes[frame.offset() + 50] ^= 1;
      Files.write(segment, bytes);
      assertThatThrownBy(() -> log.reader().read(1))
          .isInstanceOfSatisfying(
              Refusal.class, r -> assertThat(r.code()).isEqualTo(Code.AUDIT_BIT_FLIPPED));
      assertThatThrownBy(() -> log.reader().read(2))
          .isInstanceOfSatisfying(
              Refusal.class, r -> assertThat(r.code()).isEqualTo(Code.RECORD_NOT_FOUND));
    }
  }

  @Test
  void sharesStepIdsBetweenLogAndJournal() {
    LogFixture fixture = new LogFixture(data);
    try (AuditLog log = fixture.open()) {
      Receipt manifest = log.append(LogFixture.manifest(LogFixture.RUN));
      PayloadStore payloads = new PayloadStore(data.resolve("payload"));
      RunJournal journal = log.journal(LogFixture.RUN, data.resolve("journal/one"), payloads);
      journal.append(LogFixture.decision(0));
      journal.append(LogFixture.decision(1));
      RunJournal.SealedJournal sealed = journal.seal();
      journal.close();
      Receipt result =
          log.append(
              RecordDraft.of(StepType.RUN_RESULT, LogFixture.TEAM, "alpha/ann", "system:runner")
                  .in(LogFixture.RUN)
                  .with("output_hash", sealed.payload().hash())
                  .with("output_payload_uri", Json.of(sealed.payload().uri())));
      assertThat(log.reader().read(manifest.sequence()).record().stepId()).hasValue(0);
      assertThat(log.reader().read(result.sequence()).record().stepId()).hasValue(3);
      assertThat(sealed.records()).isEqualTo(2);
      List<AuditRecord> records = new ArrayList<>();
      assertThat(
              JournalReader.read(
                  payloads.checked(LogFixture.TEAM, sealed.payload().hash()),
                  LogFixture.ORIGIN,
                  LogFixture.RUN,
                  records::add))
          .isEqualTo(2);
      assertThat(records.stream().mapToLong(r -> r.stepId().orElseThrow())).containsExactly(1L, 2L);
      assertThat(data.resolve("journal/one")).doesNotExist();
      assertThatThrownBy(() -> journal.append(LogFixture.decision(2))).isInstanceOf(Refusal.class);
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** RFC 6962 section 2.1, written as the definition reads. */
  private static byte[] root(List<byte[]> leaves) {
    if (leaves.size() == 1) {
      return sha256(new byte[] {0}, leaves.getFirst());
    }
    int split = Integer.highestOneBit(leaves.size() - 1);
    return sha256(
        new byte[] {1}, root(leaves.subList(0, split)), root(leaves.subList(split, leaves.size())));
  }

  private static byte[] sha256(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return Sha256.of(all.toByteArray()).bytes();
  }

  /** Checks with the JDK's Ed25519, from the note and the key's text alone. */
  private static boolean signatureIsValid(Checkpoint checkpoint, String vkey)
      throws GeneralSecurityException {
    String[] key = vkey.split("\\+", 3);
    byte[] typed = Base64.getDecoder().decode(key[2]);
    byte[] der = new byte[12 + 32];
    System.arraycopy(HexFormat.of().parseHex("302a300506032b6570032100"), 0, der, 0, 12);
    System.arraycopy(typed, 1, der, 12, 32);
    String note = checkpoint.note();
    int split = note.indexOf("\n\n") + 1;
    String[] line = note.substring(split + 1).strip().split(" ", 3);
    byte[] joined = Base64.getDecoder().decode(line[2]);
    assertThat(line[0]).isEqualTo("\u2014");
    assertThat(line[1]).isEqualTo(key[0]);
    assertThat(HexFormat.of().formatHex(joined, 0, 4)).isEqualTo(key[1]);
    byte[] named = sha256((key[0] + '\n').getBytes(StandardCharsets.UTF_8), typed);
    assertThat(HexFormat.of().formatHex(named, 0, 4)).isEqualTo(key[1]);
    Signature verifier = Signature.getInstance("Ed25519");
    verifier.initVerify(
        KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(der)));
    verifier.update(note.substring(0, split).getBytes(StandardCharsets.UTF_8));
    return verifier.verify(joined, 4, joined.length - 4);
  }
}
