package dev.glovebox.host.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Json;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.payload.Payload;
import dev.glovebox.host.payload.PayloadStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Cuts, replaces and re-signs whole logs, and expects what the trust file tells. */
@Timeout(120)
final class VerifierTrustTest extends DamagedLog {
  @Test
  void isOnlyInternallyConsistentWithoutATrustFile() {
    Verification answer = Verifier.verify(audit(), Optional.empty(), Optional.empty());
    assertThat(answer.exitCode()).isEqualTo(3);
    assertThat(answer.lines().getFirst()).startsWith("INTERNALLY_CONSISTENT_ONLY ");
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
    assertThat(
            Verifier.verify(List.of(old.resolve("audit")), Optional.of(trust), Optional.empty())
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
  void namesALogSignedByAnotherKey() throws IOException {
    LogFixture other = new LogFixture(temporary.resolve("other"), "otherkeys");
    other.settings = other.settings.withBounds(fixture.settings.bounds());
    other.write(RECORDS);
    assertThat(
            Verifier.verify(List.of(other.data.resolve("audit")), Optional.of(trust), epochKeys())
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
        trust, Files.readString(trust).replace(mine, other.keys.checkpointKey().text()));
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
            "AUDIT_KEY_UNKNOWN " + name + " 1 0",
            "AUDIT_LOG_MISSING " + LogFixture.ORIGIN + " 0 0");
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
  void checksEveryFileThatARunLeft() throws IOException {
    PayloadStore payloads = new PayloadStore(fixture.data.resolve("payload"));
    Payload payload = payloads.put(LogFixture.TEAM, new byte[] {4, 5, 6});
    RecordDraft decision = LogFixture.decision(9);
    RecordDraft result =
        RecordDraft.of(StepType.RUN_RESULT, decision.team(), decision.owner(), decision.actor())
            .in(decision.run().orElseThrow())
            .detailed(
                Json.of(Map.of("files", Json.of(Map.of("a.csv", Json.of(payload.hash().hex()))))));
    try (AuditLog log = fixture.open()) {
      log.append(result);
      log.trust().write(trust);
    }
    assertThat(verify().exitCode()).isZero();
    Path file = payloads.path(LogFixture.TEAM, payload.hash());
    Files.delete(file);
    Files.write(file, new byte[] {9});
    assertThat(defects()).hasSize(1).first().asString().startsWith("AUDIT_PAYLOAD_MISMATCH");
  }

  @Test
  void readsATrustFileThatWasWrittenByAnotherTool() throws IOException {
    String compact = Files.readString(trust);
    Files.writeString(
        trust,
        compact.replace(":\"", ": \"").replace(",\"", ",\n  \"").replace("\u2014", "\\u2014"));
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
}
