package dev.glovebox.host.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Json;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.model.RunId;
import dev.glovebox.host.model.Sha256;
import dev.glovebox.host.model.TeamId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What every evidence promises, whatever keeps its bytes. */
@Timeout(60)
abstract class EvidenceContract {
  @TempDir Path data;
  LogFixture fixture;
  AuditLog log;

  abstract Evidence evidence();

  /** Returns the leaves of everything appended so far and after the evidence was ended. */
  abstract List<byte[]> leaves();

  abstract byte[] firstPrevious();

  @BeforeEach
  void openLog() {
    fixture = new LogFixture(data);
    log = fixture.open();
  }

  @AfterEach
  void closeLog() {
    log.close();
  }

  @Test
  void chainsRecordsInOrderOfAppend() {
    List<Receipt> receipts = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      receipts.add(evidence().append(LogFixture.decision(i)));
    }
    byte[] previous = firstPrevious();
    List<byte[]> leaves = leaves();
    assertThat(leaves).hasSize(20);
    for (int i = 0; i < 20; i++) {
      AuditRecord record = AuditRecord.parse(Leaf.parse(leaves.get(i)).orElseThrow().body());
      assertThat(record.previous()).isEqualTo(Sha256.ofDigest(previous));
      assertThat(record.stepId()).hasValue(i);
      assertThat(record.sequence()).isEqualTo(receipts.get(i).sequence());
      assertThat(record.timestampMicros()).isEqualTo(LogFixture.START_MICROS);
      assertThat(record.detail().members()).containsEntry("bar_index", Json.of((long) i));
      previous = Leaf.hash(leaves.get(i));
      assertThat(receipts.get(i).leafHash().bytes()).isEqualTo(previous);
    }
  }

  @Test
  void writesEverySchemaFieldInCanonicalOrder() {
    Sha256 hash = Sha256.of(new byte[] {1});
    evidence()
        .append(
            LogFixture.decision(7)
                .with("worm_level", Json.of("EVIDENT"))
                .with("artifact_hash", hash)
                .with("lease_epoch", Json.of(3))
                .with("output_payload_uri", Json.of("payload:alpha/" + hash))
                .with("upstream_step_ids", Json.of(List.of(Json.of("run-00000001:1")))));
    AuditRecord record = AuditRecord.parse(Leaf.parse(leaves().getFirst()).orElseThrow().body());
    assertThat(record.fields())
        .containsOnlyKeys(
            "artifact_hash",
            "lease_epoch",
            "observed_by",
            "output_payload_uri",
            "upstream_step_ids",
            "worm_level");
    assertThat(record.owner()).isEqualTo("alpha/ann");
  }

  @Test
  void refusesAnUnknownFieldAndLeavesOnlyARejectedRecord() {
    refuses(LogFixture.decision(0).with("signature", Json.of("x")), "fields.signature");
    List<byte[]> leaves = leaves();
    assertThat(leaves).hasSize(1);
    AuditRecord record = AuditRecord.parse(Leaf.parse(leaves.getFirst()).orElseThrow().body());
    assertThat(record.type()).isEqualTo(StepType.REJECTED);
    assertThat(record.detail().members()).containsEntry("path", Json.of("fields.signature"));
  }

  @Test
  void refusesMalformedFieldsByPath() {
    refuses(LogFixture.decision(0).with("input_hash", Json.of("ABC")), "input_hash");
    Sha256 hash = Sha256.of(new byte[] {1});
    refuses(
        LogFixture.decision(0)
            .with("input_hash", Sha256.of(new byte[] {2}))
            .with("input_payload_uri", Json.of("payload:alpha/" + hash)),
        "input_hash");
    refuses(
        LogFixture.decision(0).with("output_payload_uri", Json.of("payload:beta/" + hash)),
        "output_payload_uri");
    refuses(LogFixture.decision(0).with("lease_epoch", Json.of(-1)), "lease_epoch");
    refuses(LogFixture.decision(0).with("observed_by", Json.of("ME")), "observed_by");
    refuses(LogFixture.decision(0).with("tier", Json.of("\ud800")), "tier");
    refuses(detailed(Json.of(List.of(Json.of("a"), Json.of("\udc00")))), "detail.d[1]");
    Json deep = Json.of(1);
    for (int i = 0; i < RecordSchema.DETAIL_NESTING_MAX; i++) {
      deep = Json.of(List.of(deep));
    }
    refuses(detailed(deep), "detail.d");
    refuses(
        RecordDraft.of(StepType.DECISION, LogFixture.TEAM, "alpha/ann", "system:runner"), "run_id");
    refuses(RecordDraft.of(StepType.SECURITY, LogFixture.TEAM, "a\nb", "system:runner"), "owner");
    refuses(
        RecordDraft.of(StepType.SECURITY, LogFixture.TEAM, "alpha/ann", "x".repeat(257)), "actor");
    refuses(LogFixture.decision(0).in(new RunId(new TeamId("beta"), "run-00000001")), "run_id");
  }

  @Test
  void takesABodyOfExactlyTheLimitAndRefusesOneByteMore() {
    evidence().append(padded(0));
    byte[] first = Leaf.parse(leavesWithoutEnding()).orElseThrow().body();
    int room = RecordSchema.BODY_BYTES_MAX - first.length;
    evidence().append(padded(room));
    refuses(padded(room + 1), "detail");
    List<byte[]> leaves = leaves();
    assertThat(Leaf.parse(leaves.get(1)).orElseThrow().body()).hasSize(RecordSchema.BODY_BYTES_MAX);
    assertThat(leaves).hasSize(3);
    assertThat(AuditRecord.parse(Leaf.parse(leaves.get(2)).orElseThrow().body()).stepId())
        .hasValue(2);
  }

  private byte[] leavesWithoutEnding() {
    // Sequence and step id have one digit in both evidences, so any leaf tells the fixed length.
    try (AuditLog other = new LogFixture(data.resolve("other")).open()) {
      other.append(padded(0));
      return other.reader().read(1).leaf();
    }
  }

  private static RecordDraft padded(int length) {
    return detailed(Json.of("x".repeat(length)));
  }

  private static RecordDraft detailed(Json value) {
    return LogFixture.decision(0).detailed(Json.of(new TreeMap<>(Map.of("d", value))));
  }

  private void refuses(RecordDraft draft, String path) {
    assertThatThrownBy(() -> evidence().append(draft))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.code()).isEqualTo(Code.AUDIT_INVALID_RECORD);
              assertThat(refusal.sentence()).startsWith(path);
            });
  }
}
