package dev.glovebox.host.audit;

import dev.glovebox.host.payload.PayloadStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

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
}
