package dev.glovebox.host.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.host.model.Json;
import dev.glovebox.host.payload.PayloadStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class RunJournalEvidenceTest extends EvidenceContract {
  private PayloadStore payloads;
  private RunJournal journal;

  @BeforeEach
  void openJournal() {
    payloads = new PayloadStore(data.resolve("payload"));
    journal = log.journal(LogFixture.RUN, data.resolve("journal/run"), payloads);
  }

  @Override
  Evidence evidence() {
    return journal;
  }

  @Override
  List<AuditRecord> records() {
    RunJournal.SealedJournal sealed = journal.seal();
    Path file = payloads.checked(LogFixture.TEAM, sealed.payload().hash());
    List<AuditRecord> records = new ArrayList<>();
    JournalReader.read(file, LogFixture.ORIGIN, LogFixture.RUN, records::add);
    return records;
  }

  @Test
  void formsBeyondTheLimitStandAsWholeBodies() {
    for (int i = 0; i <= RunJournal.FORMS_MAX + 1; i++) {
      RecordForm form = RecordForm.of(LogFixture.decision(i), Set.of("detail.note"));
      journal.append(form, values -> values.text("same"));
    }
    List<AuditRecord> records = records();
    assertThat(records).hasSize(RunJournal.FORMS_MAX + 2);
    for (int i = 0; i < records.size(); i++) {
      assertThat(records.get(i).detail().members())
          .containsEntry("bar_index", Json.of(i))
          .containsEntry("note", Json.of("same"));
    }
  }

  @Test
  void aStepIdThatTheLogTookBetweenIsNotGivenTwice() {
    RecordForm form = RecordForm.of(LogFixture.decision(0), Set.of("detail.note"));
    journal.append(form, values -> values.text("a"));
    log.append(LogFixture.decision(9));
    journal.append(form, values -> values.text("b"));
    log.append(LogFixture.decision(9));
    journal.append(LogFixture.decision(1));
    assertThat(records().stream().mapToLong(record -> record.stepId().orElseThrow()))
        .containsExactly(0L, 2L, 4L);
  }
}
