package dev.glovebox.host.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AuditLogEvidenceTest extends EvidenceContract {
  @Override
  Evidence evidence() {
    return log;
  }

  @Override
  List<AuditRecord> records() {
    List<AuditRecord> records = new ArrayList<>();
    log.reader().forEach(1, read -> records.add(read.record()));
    return records;
  }

  @Test
  void eachRecordNamesTheLeafBefore() {
    for (int i = 0; i < 20; i++) {
      log.append(LogFixture.decision(i));
    }
    List<AuditReader.Read> reads = new ArrayList<>();
    log.reader().forEach(0, reads::add);
    for (int i = 1; i < reads.size(); i++) {
      assertThat(reads.get(i).record().previous().bytes())
          .isEqualTo(Leaf.hash(reads.get(i - 1).leaf()));
    }
  }
}
