package dev.glovebox.host.audit;

import dev.glovebox.host.payload.PayloadStore;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

final class RunJournalEvidenceTest extends EvidenceContract {
  private RunJournal journal;

  @BeforeEach
  void openJournal() {
    journal =
        log.journal(
            LogFixture.RUN, data.resolve("journal/run"), new PayloadStore(data.resolve("payload")));
  }

  @Override
  Evidence evidence() {
    return journal;
  }

  @Override
  List<byte[]> leaves() {
    RunJournal.SealedJournal sealed = journal.seal();
    return Frames.leaves(
        new PayloadStore(data.resolve("payload"))
            .checked(LogFixture.TEAM, sealed.payload().hash()));
  }

  @Override
  byte[] firstPrevious() {
    return RecordChain.journalGenesis(LogFixture.ORIGIN, LogFixture.RUN);
  }
}
