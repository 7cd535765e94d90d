package dev.glovebox.host.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Json;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.model.RunId;
import dev.glovebox.host.model.Sha256;
import dev.glovebox.host.model.TeamId;
import dev.glovebox.host.model.UntrustedText;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

  /** Returns everything appended so far; called once, the evidence may be ended by it. */
  abstract List<AuditRecord> records();

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
    List<AuditRecord> records = records();
    assertThat(records).hasSize(20);
    for (int i = 0; i < 20; i++) {
      AuditRecord record = records.get(i);
      assertThat(record.stepId()).hasValue(i);
      assertThat(record.sequence()).isEqualTo(receipts.get(i).sequence());
      assertThat(record.timestampMicros()).isEqualTo(LogFixture.START_MICROS);
      assertThat(record.detail().members()).containsEntry("bar_index", Json.of((long) i));
    }
    assertThat(records.stream().map(AuditRecord::previous)).doesNotHaveDuplicates();
  }

  @Test
  void aRecordByItsFormIsTheRecordByItsDraft() {
    Sha256 hash = Sha256.of(new byte[] {1});
    RecordDraft draft =
        LogFixture.decision(0)
            .with("plan_hash", hash)
            .detailed(
                Json.of(
                    Map.of(
                        "a", Json.of(Map.of("b", Json.of("\u00e9\n\""), "c", Json.of(7))),
                        "d", Json.of(new BigDecimal("1.50")),
                        "e", Json.of("same"),
                        "f", Json.of(true),
                        "g", Json.of("ab".repeat(32)))));
    RecordForm form =
        RecordForm.of(
            draft,
            Set.of("detail.a.b", "detail.a.c", "detail.d", "detail.f", "detail.g", "plan_hash"));
    evidence().append(draft);
    for (int i = 0; i < 3; i++) {
      evidence()
          .append(
              form,
              values ->
                  values
                      .untrusted(new UntrustedText("\u00e9\n\""))
                      .integer(7)
                      .decimal(new BigDecimal("1.500"))
                      .flag(true)
                      .digest(HexFormat.of().parseHex("ab".repeat(32)))
                      .hash(hash));
    }
    List<AuditRecord> records = records();
    assertThat(records).hasSize(4);
    for (AuditRecord record : records) {
      assertThat(record.fields()).isEqualTo(draft.fields());
      assertThat(record.detail()).isEqualTo(draft.detail());
      assertThat(record.type()).isEqualTo(draft.type());
      assertThat(record.owner() + record.actor()).isEqualTo(draft.owner() + draft.actor());
    }
    assertThat(records.stream().mapToLong(r -> r.stepId().orElseThrow()))
        .containsExactly(0L, 1L, 2L, 3L);
  }

  @Test
  void aRecordOfAFormWithAFlawIsRefused() {
    RecordDraft draft =
        RecordDraft.of(StepType.DECISION, LogFixture.TEAM, "a\nb", "system:runner")
            .in(LogFixture.RUN)
            .detailed(Json.of(Map.of("d", Json.of(1))));
    RecordForm form = RecordForm.of(draft, Set.of("detail.d"));
    assertThatThrownBy(() -> evidence().append(form, values -> values.integer(1)))
        .isInstanceOfSatisfying(
            Refusal.class, r -> assertThat(r.code()).isEqualTo(Code.AUDIT_INVALID_RECORD));
    assertThat(records()).singleElement().returns(StepType.REJECTED, AuditRecord::type);
  }

  @Test
  void aFormTakesExactlyItsValuesAndABadOneLeavesNoRecord() {
    Sha256 hash = Sha256.of(new byte[] {1});
    RecordForm form =
        RecordForm.of(
            LogFixture.decision(0).with("plan_hash", hash), Set.of("detail.note", "plan_hash"));
    assertThatThrownBy(() -> evidence().append(form, values -> values.text("x")))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> evidence().append(form, values -> values.text("x").text("y")))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> evidence().append(form, v -> v.text("x").hash(hash).integer(1)))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> evidence().append(form, values -> values.hash(hash).text("x")))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> evidence().append(form, values -> values.text("\ud800").hash(hash)))
        .isInstanceOf(IllegalArgumentException.class);
    evidence().append(form, values -> values.text("z").hash(hash));
    AuditRecord record = assertThat(records()).singleElement().actual();
    assertThat(record.stepId()).hasValue(0);
    assertThat(record.text("plan_hash")).hasValue(hash.hex());
  }

  @Test
  void aRecordByItsFormKeepsTheLimitOfABody() {
    RecordForm form = RecordForm.of(padded(0), Set.of("detail.d"));
    int[] lengths = {100, 20_000, RecordSchema.BODY_BYTES_MAX - 600};
    for (int length : lengths) {
      evidence().append(form, values -> values.text("x".repeat(length)));
    }
    assertThatThrownBy(
            () -> evidence().append(form, v -> v.text("x".repeat(RecordSchema.BODY_BYTES_MAX))))
        .isInstanceOfSatisfying(
            Refusal.class, r -> assertThat(r.code()).isEqualTo(Code.AUDIT_INVALID_RECORD));
    List<AuditRecord> records = records();
    assertThat(records).hasSize(4);
    for (int i = 0; i < lengths.length; i++) {
      assertThat(records.get(i).detail()).isEqualTo(padded(lengths[i]).detail());
    }
    assertThat(records.getLast().type()).isEqualTo(StepType.REJECTED);
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
    AuditRecord record = records().getFirst();
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
    AuditRecord record = assertThat(records()).singleElement().actual();
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
    List<AuditRecord> records = records();
    assertThat(records.get(1).body().bytes()).hasSize(RecordSchema.BODY_BYTES_MAX);
    assertThat(records).hasSize(3);
    assertThat(records.get(2).stepId()).hasValue(2);
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
