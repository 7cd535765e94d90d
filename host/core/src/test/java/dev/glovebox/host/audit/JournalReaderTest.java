package dev.glovebox.host.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Json;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.model.RunId;
import dev.glovebox.host.model.Sha256;
import dev.glovebox.host.payload.PayloadStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is found in a journal by its own bytes, without the hash that the log has of it. */
@Timeout(60)
final class JournalReaderTest {
  private static final int BARS = 240;

  @TempDir private Path data;
  private List<String> lines;

  @BeforeEach
  void writeJournal() throws IOException {
    PayloadStore payloads = new PayloadStore(data.resolve("payload"));
    RecordForm decisions = RecordForm.of(LogFixture.decision(0), Set.of("detail.bar_index"));
    RecordForm plans = hashed(StepType.PLAN);
    RecordForm orders = hashed(StepType.ORDER_SUBMISSION);
    LogFixture fixture = new LogFixture(data);
    try (AuditLog log = fixture.open();
        RunJournal journal = log.journal(LogFixture.RUN, data.resolve("journal"), payloads)) {
      for (int bar = 0; bar < BARS; bar++) {
        int index = bar;
        Sha256 plan = Sha256.of(new byte[] {(byte) (bar / 2)});
        fixture.clock.reachMicros(LogFixture.START_MICROS + bar);
        journal.append(plans, values -> values.hash(plan));
        journal.append(orders, values -> values.hash(plan));
        journal.append(decisions, values -> values.integer(index));
      }
      journal.append(LogFixture.decision(BARS));
      Path file = payloads.checked(LogFixture.TEAM, journal.seal().payload().hash());
      lines = new ArrayList<>(Files.readAllLines(file, StandardCharsets.UTF_8));
    }
  }

  private static RecordForm hashed(StepType type) {
    return RecordForm.of(
        RecordDraft.of(type, LogFixture.TEAM, "alpha/ann", "system:runner")
            .in(LogFixture.RUN)
            .with("plan_hash", Sha256.of(new byte[0])),
        Set.of("plan_hash"));
  }

  @Test
  void givesBackEveryRecordWithTheHashOfWhatStandsBefore() throws IOException {
    List<AuditRecord> records = new ArrayList<>();
    assertThat(read(lines, records)).isEqualTo(3 * BARS + 1);
    byte[] all = String.join("\n", lines).concat("\n").getBytes(StandardCharsets.UTF_8);
    int last = all.length - lines.getLast().length() - lines.get(lines.size() - 2).length() - 2;
    assertThat(records.getLast().previous()).isEqualTo(Sha256.of(Arrays.copyOf(all, last)));
    for (int i = 0; i < 3 * BARS; i++) {
      AuditRecord record = records.get(i);
      int bar = i / 3;
      assertThat(record.stepId()).hasValue(i);
      assertThat(record.timestampMicros()).isEqualTo(LogFixture.START_MICROS + bar);
      if (i % 3 == 2) {
        assertThat(record.detail().members()).containsEntry("bar_index", Json.of(bar));
      } else {
        assertThat(record.text("plan_hash"))
            .hasValue(Sha256.of(new byte[] {(byte) (bar / 2)}).hex());
      }
    }
  }

  @Test
  void saysWhichByteWasChangedToTheNextDecision() throws IOException {
    for (int line = 1; line < lines.size(); line += 7) {
      List<String> changed = new ArrayList<>(lines);
      byte[] bytes = changed.get(line).getBytes(StandardCharsets.UTF_8);
      bytes[bytes.length / 2] ^= 1;
      changed.set(line, new String(bytes, StandardCharsets.ISO_8859_1));
      refuses(changed);
    }
  }

  @Test
  void refusesALineLeftOutRepeatedOrSwapped() throws IOException {
    for (int line = 1; line < lines.size() - 1; line += 19) {
      List<String> without = new ArrayList<>(lines);
      without.remove(line);
      refuses(without);
      List<String> twice = new ArrayList<>(lines);
      twice.add(line, lines.get(line));
      refuses(twice);
      List<String> swapped = new ArrayList<>(lines);
      swapped.set(line, lines.get(line + 1));
      swapped.set(line + 1, lines.get(line));
      refuses(swapped);
    }
  }

  @Test
  void refusesACutTail() throws IOException {
    for (int left = 1; left < lines.size(); left += 19) {
      Path cut = data.resolve("cut");
      Files.writeString(cut, String.join("\n", lines.subList(0, left)) + "\n");
      assertRefused(cut, LogFixture.RUN, Code.AUDIT_TRUNCATED);
    }
    Path torn = Files.writeString(data.resolve("torn"), String.join("\n", lines));
    assertRefused(torn, LogFixture.RUN, Code.AUDIT_CORRUPT);
    Path more = Files.writeString(data.resolve("more"), String.join("\n", lines) + "\n[]\n");
    assertRefused(more, LogFixture.RUN, Code.AUDIT_CORRUPT);
  }

  @Test
  void aDecisionStatesTheHashOfWhatStandsBeforeEveryFewKilobytes() {
    List<Integer> distances = new ArrayList<>();
    StringBuilder before = new StringBuilder();
    int stated = 0;
    for (String line : lines) {
      if (line.startsWith("[")
          && line.endsWith(
              Sha256.of(before.toString().getBytes(StandardCharsets.UTF_8)).hex() + "\"]")) {
        distances.add(before.length() - stated);
        stated = before.length();
      }
      before.append(line).append('\n');
    }
    assertThat(distances).hasSizeGreaterThan(1);
    assertThat(distances)
        .allMatch(
            bytes -> bytes >= RunJournal.CHAIN_BYTES && bytes < RunJournal.CHAIN_BYTES + 1_000);
  }

  @Test
  void refusesTheJournalOfAnotherRun() throws IOException {
    Path file = Files.writeString(data.resolve("other"), String.join("\n", lines) + "\n");
    assertRefused(file, new RunId(LogFixture.TEAM, "run-00000002"), Code.AUDIT_CORRUPT);
  }

  @Test
  void refusesWhatIsNoJournalOfThisVersion() throws IOException {
    byte[] body = "{\"v\":1}\nhmac-sha256 e1-00 x\n".getBytes(StandardCharsets.US_ASCII);
    Path old = Files.write(data.resolve("old"), Frames.framed(0, body));
    assertRefused(old, LogFixture.RUN, Code.AUDIT_JOURNAL_VERSION);
    Path next =
        Files.writeString(
            data.resolve("next"),
            lines.getFirst().replace("\"journal\":2", "\"journal\":3") + "\n");
    assertRefused(next, LogFixture.RUN, Code.AUDIT_JOURNAL_VERSION);
    assertRefused(
        Files.write(data.resolve("empty"), new byte[0]),
        LogFixture.RUN,
        Code.AUDIT_JOURNAL_VERSION);
  }

  private long read(List<String> text, List<AuditRecord> records) throws IOException {
    Path file = Files.writeString(data.resolve("copy"), String.join("\n", text) + "\n");
    return JournalReader.read(file, LogFixture.ORIGIN, LogFixture.RUN, records::add);
  }

  private void refuses(List<String> text) {
    assertThatThrownBy(() -> read(text, new ArrayList<>()))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal ->
                assertThat(refusal.code())
                    .isIn(Code.AUDIT_CORRUPT, Code.AUDIT_LEAF_MISMATCH, Code.AUDIT_TRUNCATED));
  }

  private static void assertRefused(Path file, RunId run, Code code) {
    assertThatThrownBy(() -> JournalReader.read(file, LogFixture.ORIGIN, run, _ -> {}))
        .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo(code));
  }
}
