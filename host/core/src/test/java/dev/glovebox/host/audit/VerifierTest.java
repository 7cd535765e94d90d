package dev.glovebox.host.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glovebox.host.keys.FileKeys;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Json;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.payload.Payload;
import dev.glovebox.host.payload.PayloadStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Damages real logs in every way of contracts.md and expects its one line. */
@Timeout(120)
final class VerifierTest {
  private static final int RECORDS = 9;

  @TempDir Path temporary;
  private LogFixture fixture;
  private Path trust;

  @BeforeEach
  void writeLog() {
    fixture = new LogFixture(temporary.resolve("data"));
    trust = temporary.resolve("trust.json");
    fixture.settings =
        fixture.settings.withBounds(new AuditSettings.Bounds(1 << 20, 64, 16, 100));
    fixture.write(RECORDS).write(trust);
  }

  @Test
  void acceptsASoundLogAndSaysWhatIsProven() {
    Verification answer = verify();
    assertThat(answer.exitCode()).isZero();
    assertThat(answer.lines().getFirst())
        .startsWith("verified " + LogFixture.ORIGIN + " to size 9 against checkpoint 9 ")
        .contains("key " + LogFixture.ORIGIN + "/development+")
        .endsWith("nothing after 9 is proven");
    assertThat(answer.lines()).contains("environment=development");
    assertThat(answer.lines()).anyMatch(line -> line.startsWith("note: tags were not checked"));
    assertThat(Verifier.verify(List.of(fixture.folder()), Optional.of(trust), epochKeys()).lines())
        .noneMatch(line -> line.startsWith("note"));
  }

  @Test
  void isOnlyInternallyConsistentWithoutATrustFile() {
    Verification answer = Verifier.verify(audit(), Optional.empty(), Optional.empty());
    assertThat(answer.exitCode()).isEqualTo(3);
    assertThat(answer.lines().getFirst()).startsWith("INTERNALLY_CONSISTENT_ONLY ");
  }

  @Test
  void namesAFlippedBitWhereverItIsInAFrame() throws IOException {
    List<Frames.Bytes> frames = frames();
    byte[] sound = Files.readAllBytes(segment());
    for (int index : new int[] {0, RECORDS / 2, RECORDS - 1}) {
      Frames.Bytes frame = frames.get(index);
      List<Integer> places = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        places.add(i);
      }
      places.addAll(List.of(16, 100, frame.bytes().length - 60, frame.bytes().length - 1));
      for (int place : places) {
        for (int bit = 0; bit < 8; bit += place < 4 ? 1 : 3) {
          byte[] flipped = sound.clone();
          flipped[frame.offset() + place] ^= (byte) (1 << bit);
          Files.write(segment(), flipped);
          assertThat(verify().lines().stream().filter(line -> line.startsWith("AUDIT")))
              .as("record %d byte %d bit %d", index, place, bit)
              .containsExactly(line(Code.AUDIT_BIT_FLIPPED, index, frame.offset()));
        }
      }
    }
    assertThat(verify().exitCode()).isEqualTo(1);
  }

  @Test
  void namesABitFlippedInTheZeroTail() throws IOException {
    byte[] sound = Files.readAllBytes(segment());
    byte[] tailed = java.util.Arrays.copyOf(sound, 1 << 20);
    Files.write(segment(), tailed);
    assertThat(verify().exitCode()).isZero();
    tailed[sound.length + 5000] = 1;
    Files.write(segment(), tailed);
    finds(line(Code.AUDIT_BIT_FLIPPED, RECORDS, sound.length));
  }

  @Test
  void namesACutTail() throws IOException {
    List<Frames.Bytes> frames = frames();
    int cut = frames.get(7).offset();
    byte[] sound = Files.readAllBytes(segment());
    write(frames.subList(0, 7));
    finds(line(Code.AUDIT_TRUNCATED, 7, cut));
    Files.write(segment(), java.util.Arrays.copyOf(sound, cut + 50));
    finds(line(Code.AUDIT_TRUNCATED, 7, cut));
    Files.write(segment(), java.util.Arrays.copyOf(java.util.Arrays.copyOf(sound, cut), 1 << 20));
    finds(line(Code.AUDIT_TRUNCATED, 7, cut));
    byte[] torn = java.util.Arrays.copyOf(java.util.Arrays.copyOf(sound, cut + 50), 1 << 20);
    Files.write(segment(), torn);
    finds(line(Code.AUDIT_TRUNCATED, 7, cut));
    Files.delete(segment());
    finds(line(Code.AUDIT_TRUNCATED, 0, 0));
  }

  @Test
  void namesALogCutTogetherWithItsCheckpoints() throws IOException {
    List<Frames.Bytes> frames = frames();
    write(frames.subList(0, 7));
    Files.delete(folder().checkpoint());
    Files.delete(folder().checkpointsLog());
    finds(line(Code.AUDIT_ROLLED_BACK, 7, frames.get(7).offset()));
    Files.delete(fixture.settings.secondPlace());
    finds(line(Code.AUDIT_ROLLED_BACK, 7, frames.get(7).offset()));
    assertThat(Verifier.verify(audit(), Optional.empty(), Optional.empty()).exitCode())
        .isEqualTo(3);
  }

  @Test
  void namesALogRestoredFromAnOldCopyAsRolledBack() {
    Path old = temporary.resolve("old");
    LogFixture.copy(fixture.folder(), old.resolve("audit/" + LogFixture.ORIGIN));
    fixture.write(RECORDS + 5).write(trust);
    assertThat(Verifier.verify(List.of(old.resolve("audit")), Optional.of(trust), Optional.empty())
            .lines())
        .first()
        .asString()
        .startsWith("AUDIT_ROLLED_BACK " + LogFixture.ORIGIN + " 9 ");
  }

  @Test
  void namesAMissingFolder() throws IOException {
    LogFixture.copy(fixture.folder(), temporary.resolve("kept"));
    List<Path> nowhere = List.of(temporary.resolve("nowhere"));
    assertThat(Verifier.verify(nowhere, Optional.of(trust), Optional.empty()).lines())
        .contains("AUDIT_LOG_MISSING " + LogFixture.ORIGIN + " 0 0");
    assertThat(Verifier.verify(nowhere, Optional.empty(), Optional.empty()).exitCode())
        .isEqualTo(1);
    Path empty = Files.createDirectory(temporary.resolve("empty"));
    assertThat(Verifier.verify(List.of(empty), Optional.of(trust), Optional.empty()).lines())
        .contains("AUDIT_LOG_MISSING " + LogFixture.ORIGIN + " 0 0");
    // A copy under another name is still known by its checkpoint.
    assertThat(
            Verifier.verify(
                    List.of(temporary.resolve("kept")), Optional.of(trust), Optional.empty())
                .exitCode())
        .isZero();
  }

  @Test
  void namesARemovedRecord() throws IOException {
    List<Frames.Bytes> frames = new ArrayList<>(frames());
    int offset = frames.get(4).offset();
    frames.remove(4);
    write(frames);
    finds(line(Code.AUDIT_RECORD_MISSING, 4, offset));
    write(frames().subList(1, frames.size()));
    assertThat(defects()).contains(line(Code.AUDIT_RECORD_MISSING, 0, 0));
  }

  @Test
  void namesARepeatedRecord() throws IOException {
    List<Frames.Bytes> frames = new ArrayList<>(frames());
    frames.add(5, frames.get(4));
    write(frames);
    finds(line(Code.AUDIT_RECORD_REPEATED, 4, frames.get(6).offset()));
    frames = new ArrayList<>(frames());
    frames.remove(5);
    frames.add(frames.getLast());
    write(frames);
    assertThat(defects()).hasSize(1).first().asString().startsWith("AUDIT_RECORD_REPEATED");
  }

  @Test
  void namesSwappedRecordsOnceAtTheFirst() throws IOException {
    for (int at : new int[] {1, 4, RECORDS - 2}) {
      List<Frames.Bytes> sound = frames();
      List<Frames.Bytes> swapped = new ArrayList<>(sound);
      Collections.swap(swapped, at, at + 1);
      write(swapped);
      finds(line(Code.AUDIT_OUT_OF_ORDER, at + 1, sound.get(at).offset()));
      write(sound);
    }
    List<Frames.Bytes> far = new ArrayList<>(frames());
    Collections.swap(far, 2, 6);
    write(far);
    finds(line(Code.AUDIT_OUT_OF_ORDER, 6, frames().get(2).offset()));
  }

  @Test
  void namesARemadeFrameWithTheKeyAndWithoutIt() throws IOException {
    for (int at : new int[] {0, 4, RECORDS - 2, RECORDS - 1}) {
      List<Frames.Bytes> sound = frames();
      remake(at, "system:", "system;");
      finds(line(Code.AUDIT_LEAF_MISMATCH, at, sound.get(at).offset()));
      assertThat(defectsWithKeys())
          .containsExactly(line(Code.AUDIT_TAG_FORGED, at, sound.get(at).offset()));
      write(sound);
    }
    List<Frames.Bytes> sound = frames();
    remake(4, "prev_record_hash\":\"", "prev_record_hash\":\"00000000");
    finds(line(Code.AUDIT_LEAF_MISMATCH, 4, sound.get(4).offset()));
  }

  @Test
  void namesTheFirstForgedRecordWhenTheRestWasChainedAnew() throws IOException {
    List<Frames.Bytes> sound = frames();
    ByteArrayOutputStream forged = new ByteArrayOutputStream();
    byte[] previous = Leaf.hash(sound.get(3).leaf());
    for (Frames.Bytes frame : sound) {
      byte[] leaf = frame.leaf();
      if (frame.sequence() >= 4) {
        String hex = java.util.HexFormat.of().formatHex(previous);
        String text =
            new String(leaf, StandardCharsets.UTF_8)
                .replaceFirst("prev_record_hash\":\"[0-9a-f]{64}", "prev_record_hash\":\"" + hex);
        leaf =
            (frame.sequence() == 4 ? text.replace("nothing", "nothinG") : text)
                .getBytes(StandardCharsets.UTF_8);
        previous = Leaf.hash(leaf);
      }
      forged.write(Frames.framed(frame.sequence(), leaf));
    }
    Files.write(segment(), forged.toByteArray());
    assertThat(defectsWithKeys())
        .containsExactly(line(Code.AUDIT_TAG_FORGED, 4, sound.get(4).offset()));
    assertThat(defects()).hasSize(1).first().asString().startsWith("AUDIT_LEAF_MISMATCH");
  }

  @Test
  void namesALogSignedByAnotherKey() throws IOException {
    LogFixture other = new LogFixture(temporary.resolve("other"), "otherkeys");
    other.settings = other.settings.withBounds(fixture.settings.bounds());
    other.write(RECORDS);
    assertThat(
            Verifier.verify(
                    List.of(other.data.resolve("audit")), Optional.of(trust), epochKeys())
                .lines())
        .first()
        .asString()
        .startsWith("AUDIT_KEY_UNKNOWN " + LogFixture.ORIGIN);
  }

  @Test
  void namesADamagedCheckpointAndATrustFileOfAnotherKey() throws IOException {
    byte[] sound = Files.readAllBytes(folder().checkpointsLog());
    for (int place : new int[] {3, 27, 60, sound.length - 10}) {
      byte[] flipped = sound.clone();
      flipped[place] ^= 1;
      Files.write(folder().checkpointsLog(), flipped);
      assertThat(defects()).hasSize(1).first().asString().startsWith("AUDIT_KEY_UNKNOWN");
    }
    Files.write(folder().checkpointsLog(), sound);
    LogFixture other = new LogFixture(temporary.resolve("other"), "otherkeys");
    String mine = fixture.keys.checkpointKey().text();
    Files.writeString(
        trust,
        Files.readString(trust).replace(mine, other.keys.checkpointKey().text()));
    assertThat(defects()).hasSize(1).first().asString().startsWith("AUDIT_KEY_UNKNOWN");
  }

  @Test
  void namesALogThatTheTrustFileDoesNotNameByItsKey() {
    LogFixture other = new LogFixture(temporary.resolve("other"), "otherkeys");
    Origin name = new Origin("glovebox-fedcba9876543210");
    other.settings = AuditSettings.below(other.data, name, Environment.DEVELOPMENT);
    other.write(3);
    assertThat(
            Verifier.verify(
                    List.of(other.data.resolve("audit")), Optional.of(trust), Optional.empty())
                .lines())
        .contains(
            "AUDIT_KEY_UNKNOWN " + name + " 1 0", "AUDIT_LOG_MISSING " + LogFixture.ORIGIN + " 0 0");
  }

  @Test
  void namesAForkOfTheSameAndOfAnotherSize() {
    for (int size : new int[] {RECORDS, RECORDS + 4}) {
      Path data = temporary.resolve("fork" + size);
      LogFixture.copy(fixture.data.resolve("keys"), data.resolve("keys"));
      secure(data.resolve("keys"));
      LogFixture fork = new LogFixture(data);
      fork.settings = fork.settings.withBounds(fixture.settings.bounds());
      fork.clock.advanceMicros(1);
      fork.write(size);
      Verification answer =
          Verifier.verify(List.of(data.resolve("audit")), Optional.of(trust), epochKeys());
      assertThat(answer.lines())
          .first()
          .isEqualTo("AUDIT_FORK " + LogFixture.ORIGIN + ' ' + RECORDS + " 0");
    }
  }

  @Test
  void namesEachOfTwoDefects() throws IOException {
    List<Frames.Bytes> frames = frames();
    byte[] bytes = Files.readAllBytes(segment());
    bytes[frames.get(2).offset() + 40] ^= 4;
    bytes[frames.get(6).offset() + 40] ^= 4;
    Files.write(segment(), bytes);
    finds(
        line(Code.AUDIT_BIT_FLIPPED, 2, frames.get(2).offset()),
        line(Code.AUDIT_BIT_FLIPPED, 6, frames.get(6).offset()));
  }

  @Test
  void checksPayloadsThatLieBesideTheLog() throws IOException {
    PayloadStore payloads = new PayloadStore(fixture.data.resolve("payload"));
    Payload payload = payloads.put(LogFixture.TEAM, new byte[] {1, 2, 3});
    try (AuditLog log = fixture.open()) {
      log.append(LogFixture.decision(9).with("output_payload_uri", Json.of(payload.uri())));
      log.trust().write(trust);
    }
    assertThat(verify().exitCode()).isZero();
    Path file = payloads.path(LogFixture.TEAM, payload.hash());
    Files.delete(file);
    assertThat(defects()).hasSize(1).first().asString().startsWith("AUDIT_PAYLOAD_MISSING");
    Files.write(file, new byte[] {9});
    assertThat(defects()).hasSize(1).first().asString().startsWith("AUDIT_PAYLOAD_MISMATCH");
  }

  @Test
  void readsATrustFileThatWasWrittenByAnotherTool() throws IOException {
    String compact = Files.readString(trust);
    Files.writeString(
        trust, compact.replace(":\"", ": \"").replace(",\"", ",\n  \"").replace("\u2014", "\\u2014"));
    assertThat(verify().exitCode()).isZero();
    for (String bad :
        List.of(
            compact.replace("\"version\":1", "\"version\":2"),
            compact.replace("{\"", "{\"extra\":1,\""),
            compact.replace("development+", "developmenT+"),
            compact.replace("\"origin\":\"glovebox-0", "\"origin\":\"glovebox-1"),
            compact + "x")) {
      Files.writeString(trust, bad);
      assertThatThrownBy(this::verify)
          .isInstanceOfSatisfying(
              Refusal.class, r -> assertThat(r.code()).isEqualTo(Code.TRUST_INVALID));
    }
  }

  private void remake(int at, String from, String to) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (Frames.Bytes frame : frames()) {
      String leaf = new String(frame.leaf(), StandardCharsets.UTF_8);
      int found = leaf.indexOf(from);
      String changed =
          leaf.substring(0, found) + to + leaf.substring(found + to.length());
      all.write(
          frame.sequence() == at
              ? Frames.framed(at, changed.getBytes(StandardCharsets.UTF_8))
              : frame.bytes());
    }
    Files.write(segment(), all.toByteArray());
  }

  private static void secure(Path keys) {
    try (var files = Files.list(keys)) {
      for (Path file : files.toList()) {
        Files.setPosixFilePermissions(
            file, java.nio.file.attribute.PosixFilePermissions.fromString("rw-------"));
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private LogFolder folder() {
    return new LogFolder(fixture.folder());
  }

  private Path segment() {
    return folder().segment(0);
  }

  private List<Frames.Bytes> frames() {
    return Frames.of(segment());
  }

  private void write(List<Frames.Bytes> frames) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (Frames.Bytes frame : frames) {
      all.write(frame.bytes());
    }
    Files.write(segment(), all.toByteArray());
  }

  private List<Path> audit() {
    return List.of(fixture.data.resolve("audit"));
  }

  private Optional<Path> epochKeys() {
    return Optional.of(fixture.data.resolve("keys").resolve(FileKeys.EPOCH_FILE));
  }

  private Verification verify() {
    return Verifier.verify(audit(), Optional.of(trust), Optional.empty());
  }

  private List<String> defects() {
    return verify().lines().stream().filter(line -> line.startsWith("AUDIT_")).toList();
  }

  private List<String> defectsWithKeys() {
    return Verifier.verify(audit(), Optional.of(trust), epochKeys()).lines().stream()
        .filter(line -> line.startsWith("AUDIT_"))
        .toList();
  }

  private void finds(String... lines) {
    assertThat(defects()).containsExactly(lines);
    assertThat(verify().exitCode()).isEqualTo(1);
  }

  private static String line(Code code, long sequence, long offset) {
    return code + " " + LogFixture.ORIGIN + ' ' + sequence + ' ' + offset;
  }
}
