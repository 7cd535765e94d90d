package dev.glovebox.host.audit;

import dev.glovebox.host.model.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Says what a sequence number means at its place: the next, after a gap, late, or a repeat.
 *
 * <p>A late record shows that the gap it left was a move: one OUT_OF_ORDER, at the first record out
 * of place, instead of a gap and a step back. Space grows with the number of gaps only, at most
 * {@value #GAPS_MAX}.
 */
final class SequenceTracker {
  /** Most gaps that are followed; what is beyond counts as missing. */
  static final int GAPS_MAX = 1_000;

  private final TreeMap<Long, Gap> open = new TreeMap<>();
  private final List<Cause> causes = new ArrayList<>();
  private long next;
  private boolean inRepeat;

  /** A place where numbers were left out. */
  private static final class Cause {
    private final long found;
    private final long offset;
    private boolean moved;

    Cause(long found, long offset) {
      this.found = found;
      this.offset = offset;
    }
  }

  private record Gap(long to, Cause cause) {}

  /** What a sequence number means. */
  enum Place {
    NEXT,
    AFTER_GAP,
    LATE,
    REPEATED,
    REPEATED_AGAIN
  }

  /** Returns the number that the next record should have. */
  long next() {
    return next;
  }

  /** Counts a damaged frame as the record that should stand there. */
  void damaged() {
    next++;
  }

  /** Goes on after damage with the number that the next sound frame has. */
  void resume(long sequence) {
    next = sequence;
  }

  /** Places the record of a sound frame. */
  Place place(long sequence, long offset) {
    if (sequence == next) {
      next++;
      inRepeat = false;
      return Place.NEXT;
    }
    if (sequence > next) {
      Cause cause = new Cause(sequence, offset);
      if (causes.size() < GAPS_MAX) {
        causes.add(cause);
        open.put(next, new Gap(sequence - 1, cause));
      }
      next = sequence + 1;
      inRepeat = false;
      return Place.AFTER_GAP;
    }
    var gap = open.floorEntry(sequence);
    if (gap != null && gap.getValue().to() >= sequence) {
      fill(gap.getKey(), gap.getValue(), sequence);
      return Place.LATE;
    }
    if (inRepeat) {
      return Place.REPEATED_AGAIN;
    }
    inRepeat = true;
    return Place.REPEATED;
  }

  private void fill(long from, Gap gap, long sequence) {
    gap.cause().moved = true;
    open.remove(from);
    if (from < sequence) {
      open.put(from, new Gap(sequence - 1, gap.cause()));
    }
    if (sequence < gap.to()) {
      open.put(sequence + 1, new Gap(gap.to(), gap.cause()));
    }
  }

  /** Returns the defects of order and completeness, once everything was placed. */
  List<Defect> defects(String origin) {
    List<Defect> defects = new ArrayList<>();
    for (Cause cause : causes) {
      if (cause.moved) {
        defects.add(new Defect(Code.AUDIT_OUT_OF_ORDER, origin, cause.found, cause.offset));
      }
    }
    open.forEach((from, gap) ->
        defects.add(new Defect(Code.AUDIT_RECORD_MISSING, origin, from, gap.cause().offset)));
    return defects;
  }
}
