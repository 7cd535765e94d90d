package dev.glovebox.session;

import dev.glovebox.jail.Profile;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How many processes of each kind wait for their run or their source, out of one budget of memory.
 *
 * <p>They are counted out in rounds, one of each kind in the order of {@link Kind}, for as long as
 * one still fits. Only what waits counts: what was handed over is a run's, and runs have a limit of
 * their own.
 *
 * @param mebibytes for all that wait, 0 to {@value #MEBIBYTES_MAX}; 0: nothing waits. Less than one
 *     of each kind needs is refused, because a kind would silently never wait
 * @param kinds what is to wait
 */
public record PoolBudget(long mebibytes, Set<Kind> kinds) {
  /** Room for two of each kind that waits unless a host says otherwise. */
  public static final int MEBIBYTES_DEFAULT = 1280;

  /** Largest budget. */
  public static final int MEBIBYTES_MAX = 1024 * 1024;

  /** Nothing waits. */
  public static final PoolBudget NONE = new PoolBudget(0, Set.of());

  /** What can wait. A footprint is what the machine's memory holds of one while it waits. */
  public enum Kind {
    /** Worker for Python of profile gate. */
    GATE(320, WarmWorkers.WAITING_MAX),
    /** Worker for Python of profile bulk. */
    BULK(448, WarmWorkers.WAITING_MAX),
    /** Analysis of a source. */
    ANALYSIS(160, WarmHelpers.WAITING_MAX),
    /** Preparation of a source in Python. */
    PREPARATION(160, WarmHelpers.WAITING_MAX);

    private final int footprintMebibytes;
    private final int countMax;

    Kind(int footprintMebibytes, int countMax) {
      this.footprintMebibytes = footprintMebibytes;
      this.countMax = countMax;
    }

    /** Memory that one is counted with. */
    public int footprintMebibytes() {
      return footprintMebibytes;
    }

    /** Most that wait, whatever the budget. */
    public int countMax() {
      return countMax;
    }

    /** The kind of a worker for Python; none for another language waits. */
    public static Kind of(Profile profile) {
      return switch (profile) {
        case GATE -> GATE;
        case BULK -> BULK;
      };
    }
  }

  /** Copies the set and refuses a budget that is too large, or too small for one of each kind. */
  public PoolBudget {
    kinds = Set.copyOf(kinds);
    long least = kinds.stream().mapToInt(Kind::footprintMebibytes).sum();
    if (mebibytes != 0 && (mebibytes < least || mebibytes > MEBIBYTES_MAX)) {
      throw new IllegalArgumentException(
          "must be 0, or %d (one process of each kind) to %d".formatted(least, MEBIBYTES_MAX));
    }
  }

  /** Processes of each kind that is to wait; their footprints stay within the budget. */
  public Map<Kind, Integer> counts() {
    Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
    long left = mebibytes;
    long before;
    do {
      before = left;
      for (Kind kind : Kind.values()) {
        int have = counts.getOrDefault(kind, 0);
        if (kinds.contains(kind) && have < kind.countMax() && left >= kind.footprintMebibytes()) {
          counts.put(kind, have + 1);
          left -= kind.footprintMebibytes();
        }
      }
    } while (left < before);
    return counts;
  }

  /** Processes of {@code kind} that are to wait. */
  public int count(Kind kind) {
    return counts().getOrDefault(kind, 0);
  }

  /** What waits, in a sentence for the host's log. */
  public String text() {
    String each =
        Arrays.stream(Kind.values())
            .filter(kind -> count(kind) > 0)
            .map(kind -> count(kind) + " " + kind.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));
    return each.isEmpty()
        ? "nothing waits: each process is started when it is needed"
        : each + " wait within " + mebibytes + " MiB";
  }
}
