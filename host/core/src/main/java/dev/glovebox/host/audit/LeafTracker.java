package dev.glovebox.host.audit;

import dev.glovebox.host.keys.EpochKeys;
import dev.glovebox.host.model.Code;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Checks tags and the hash chain, and names the one record that was changed.
 *
 * <p>With the epoch's key the tag tells. Without it a changed record shows because the next one
 * names another previous hash; if the record disagrees with both neighbours, its own previous hash
 * was changed. A forged record whose successors were chained anew to it is one defect, not many.
 */
final class LeafTracker {
  private final String origin;
  private final Optional<EpochKeys> epochKeys;
  private final List<Defect> defects = new ArrayList<>();
  private Optional<Seen> before = Optional.empty();
  private Optional<Seen> suspect = Optional.empty();
  private boolean first = true;
  private boolean tagsChecked = true;

  /** A record that was read. */
  @SuppressWarnings("ArrayRecordComponent") // a hash, compared by Arrays.equals
  private record Seen(long sequence, long offset, byte[] leafHash, boolean flagged) {}

  LeafTracker(String origin, Optional<EpochKeys> epochKeys) {
    this.origin = origin;
    this.epochKeys = epochKeys;
  }

  /** Forgets the record before: what follows is not its neighbour. */
  void breakChain() {
    settle();
    before = Optional.empty();
    first = false;
  }

  /**
   * Checks the tag of a leaf wherever it stands; flags it at most once.
   *
   * @return the record, if the leaf holds one; a flagged leaf may hold one as well
   */
  Checked check(long sequence, long offset, byte[] leaf) {
    Optional<Leaf> parts = Leaf.parse(leaf);
    boolean keyed =
        epochKeys.isPresent() && (parts.isEmpty() || epochKeys.get().knows(parts.get().keyId()));
    tagsChecked &= keyed;
    if (keyed
        && (parts.isEmpty()
            || !epochKeys
                .get()
                .confirms(parts.get().keyId(), parts.get().body(), parts.get().tag()))) {
      return new Checked(parts.flatMap(LeafTracker::record), true, Code.AUDIT_TAG_FORGED);
    }
    Optional<AuditRecord> record = parts.flatMap(LeafTracker::record);
    boolean fits = record.isPresent() && record.get().sequence() == sequence;
    return new Checked(record, !fits, Code.AUDIT_LEAF_MISMATCH);
  }

  /** A leaf after its own check. */
  record Checked(Optional<AuditRecord> record, boolean flawed, Code code) {}

  /** Flags a flawed leaf that stands outside the chain. */
  void flag(Checked checked, long sequence, long offset) {
    if (checked.flawed()) {
      add(checked.code(), sequence, offset);
    }
  }

  /** Follows the chain through the next record in order. */
  void follow(Checked checked, long sequence, long offset, byte[] leaf) {
    byte[] leafHash = Leaf.hash(leaf);
    boolean linked = linked(checked);
    boolean flagged = checked.flawed();
    if (checked.flawed()) {
      settle();
      boolean chainedAnew = linked && before.isPresent() && before.get().flagged();
      if (!chainedAnew) {
        add(checked.code(), sequence, offset);
      }
    } else if (!linked) {
      flagged = judge(sequence, offset);
    } else {
      settle();
    }
    before = Optional.of(new Seen(sequence, offset, leafHash, flagged));
    first = false;
  }

  /** Blames the newest record for a root that does not fit, unless something was found before. */
  void rootMismatch() {
    settle();
    if (defects.isEmpty() && before.isPresent()) {
      add(Code.AUDIT_LEAF_MISMATCH, before.get().sequence(), before.get().offset());
      before = before.map(b -> new Seen(b.sequence(), b.offset(), b.leafHash(), true));
    }
  }

  /** Returns what was found, in order. */
  List<Defect> defects() {
    settle();
    return List.copyOf(defects);
  }

  /** Returns whether anything was found or is suspected so far. */
  boolean isClean() {
    return defects.isEmpty() && suspect.isEmpty();
  }

  /** Returns whether every tag was checked with its key. */
  boolean tagsChecked() {
    return tagsChecked;
  }

  private boolean linked(Checked checked) {
    if (before.isEmpty() && !first) {
      return true;
    }
    byte[] expected = before.isPresent() ? before.get().leafHash() : RecordChain.GENESIS;
    return checked.record().isPresent()
        && Arrays.equals(checked.record().get().previous().bytes(), expected);
  }

  /** The link to the record before is broken, and this one's tag gives no clue. */
  private boolean judge(long sequence, long offset) {
    if (before.isEmpty()) {
      add(Code.AUDIT_LEAF_MISMATCH, sequence, offset);
      return true;
    }
    Seen last = before.get();
    if (last.flagged()) {
      return false;
    }
    if (suspect.isPresent()) {
      // Broken on both sides: the record in the middle is the one.
      add(Code.AUDIT_LEAF_MISMATCH, last.sequence(), last.offset());
      suspect = Optional.empty();
      return false;
    }
    suspect = before;
    return false;
  }

  private void settle() {
    if (suspect.isPresent()) {
      add(Code.AUDIT_LEAF_MISMATCH, suspect.get().sequence(), suspect.get().offset());
      suspect = Optional.empty();
    }
  }

  private void add(Code code, long sequence, long offset) {
    if (defects.size() < SequenceTracker.GAPS_MAX) {
      defects.add(new Defect(code, origin, sequence, offset));
    }
  }

  private static Optional<AuditRecord> record(Leaf leaf) {
    try {
      return Optional.of(AuditRecord.parse(leaf.body()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
