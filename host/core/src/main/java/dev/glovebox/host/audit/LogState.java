package dev.glovebox.host.audit;

import dev.glovebox.host.model.RunId;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What a scan of the whole log leaves behind for the writer. Not thread-safe. */
final class LogState {
  final MerkleTree tree = new MerkleTree();
  final StepIds steps = new StepIds();
  final PositionIndex positions = new PositionIndex();
  final SubtreeIndex subtrees = new SubtreeIndex();

  /** Runs with a manifest and without an end, with the manifest's record. */
  final Map<RunId, AuditRecord> openRuns = new LinkedHashMap<>();

  byte[] previous = RecordChain.GENESIS;
  Optional<Recovery.Cut> cut = Optional.empty();
  Optional<Tail> tail = Optional.empty();

  /** The segment to go on with. */
  record Tail(Path file, int end) {}

  long nextSequence() {
    return tree.size();
  }

  void accept(AuditRecord record, byte[] leafHash, int offset) {
    tree.append(leafHash);
    subtrees.add(leafHash);
    positions.add(record.sequence(), offset);
    previous = leafHash;
    record.run().ifPresent(run -> follow(run, record));
  }

  private void follow(RunId run, AuditRecord record) {
    record.stepId().ifPresent(step -> steps.used(run, step));
    switch (record.type()) {
      case RUN_MANIFEST -> openRuns.put(run, record);
      case RUN_RESULT, RECOVERY -> openRuns.remove(run);
      default -> {
        // Steps inside a run neither open nor close it.
      }
    }
  }
}
