package dev.glovebox.host.audit;

import dev.glovebox.host.model.Code;
import java.util.ArrayList;
import java.util.List;

/** What {@link Verifier} found: one verdict per log. */
public record Verification(List<Verdict> verdicts) {
  /** Copies the list. */
  public Verification {
    verdicts = List.copyOf(verdicts);
  }

  /** The answer for one log. */
  public sealed interface Verdict {
    /** The log's name. */
    String origin();

    /** What else a reader should know; sentences of ours. */
    List<String> notes();
  }

  /**
   * Sound, and vouched for by the trust file.
   *
   * @param size number of records that are proven
   * @param against the checkpoint that proves them
   * @param key who signed it, as {@code name+id}
   * @param environment as the first record says, for example {@code development}
   */
  public record Verified(
      String origin,
      long size,
      Checkpoint against,
      String key,
      String environment,
      List<String> notes)
      implements Verdict {
    /** Copies the list. */
    public Verified {
      notes = List.copyOf(notes);
    }
  }

  /**
   * Sound in itself, but nothing outside the folder vouches for it.
   *
   * @param records number of records read
   */
  public record ConsistentOnly(String origin, long records, String environment, List<String> notes)
      implements Verdict {
    /** Copies the list. */
    public ConsistentOnly {
      notes = List.copyOf(notes);
    }
  }

  /** Damaged, forged, cut or rolled back. */
  public record Damaged(String origin, List<Defect> defects, List<String> notes)
      implements Verdict {
    /** Copies the lists. */
    public Damaged {
      defects = List.copyOf(defects);
      notes = List.copyOf(notes);
    }
  }

  /** Returns 0 if everything is proven, 1 on any defect, 3 if nothing outside vouches. */
  public int exitCode() {
    int code = verdicts.isEmpty() ? Code.AUDIT_LOG_MISSING.exit() : 0;
    for (Verdict verdict : verdicts) {
      switch (verdict) {
        case Damaged _ -> {
          return Code.AUDIT_CORRUPT.exit();
        }
        case ConsistentOnly _ -> code = Code.INTERNALLY_CONSISTENT_ONLY.exit();
        case Verified _ -> {
          // Leaves the worst code so far.
        }
      }
    }
    return code;
  }

  /** Returns the lines to print: defects first, one each. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (Verdict verdict : verdicts) {
      if (verdict instanceof Damaged damaged) {
        damaged.defects().forEach(defect -> lines.add(defect.line()));
      }
    }
    for (Verdict verdict : verdicts) {
      switch (verdict) {
        case Verified verified -> {
          lines.add(
              "verified %s to size %d against checkpoint %d %s, key %s; nothing after %d is proven"
                  .formatted(
                      verified.origin(),
                      verified.size(),
                      verified.against().size(),
                      verified.against().rootText(),
                      verified.key(),
                      verified.size()));
          lines.add("environment=" + verified.environment());
        }
        case ConsistentOnly(String origin, long records, String environment, _) -> {
          lines.add(Code.INTERNALLY_CONSISTENT_ONLY + " " + origin + ' ' + records + " 0");
          lines.add("environment=" + environment);
        }
        case Damaged _ -> {
          // Its defects stand above.
        }
      }
      verdict.notes().forEach(note -> lines.add("note: " + note));
    }
    return lines;
  }
}
