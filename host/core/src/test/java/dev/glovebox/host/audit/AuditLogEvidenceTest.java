package dev.glovebox.host.audit;

import java.util.ArrayList;
import java.util.List;

final class AuditLogEvidenceTest extends EvidenceContract {
  @Override
  Evidence evidence() {
    return log;
  }

  @Override
  List<byte[]> leaves() {
    List<byte[]> leaves = new ArrayList<>();
    log.reader().forEach(1, read -> leaves.add(read.leaf()));
    return leaves;
  }

  @Override
  byte[] firstPrevious() {
    return log.reader().read(0).leafHash().bytes();
  }
}
