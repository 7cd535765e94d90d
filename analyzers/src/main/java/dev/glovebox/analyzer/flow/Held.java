package dev.glovebox.analyzer.flow;

import java.util.HashSet;
import java.util.Set;

/** What a variable may hold, and how it is known to move. */
public class Held {
  private Sense sense = Sense.NONE;
  private boolean unsteady;
  private final Set<String> steps = new HashSet<>();

  /** What it may hold, as far as is known. */
  public Sense sense() {
    return sense;
  }

  /**
   * Adds what may be held.
   *
   * @param late whether numbers should have settled by now: those that still move are computed from
   *     themselves and are no constants
   * @return whether something was new
   */
  public boolean add(Sense more, boolean late) {
    Sense joined = sense.or(unsteady ? more.unnumbered() : more);
    if (joined.equals(sense)) {
      return false;
    }
    if (late && (joined.least() != sense.least() || joined.most() != sense.most())) {
      unsteady = true;
      joined = joined.unnumbered().with(Trait.STEPPING);
    }
    boolean changed = !joined.equals(sense);
    sense = joined;
    return changed;
  }

  /** Notes that it goes up or down, by the operator that does it. */
  public void markStep(String operator) {
    steps.add(operator);
  }

  /** Whether it goes up and down. */
  public boolean goesBothWays() {
    return steps.size() > 1;
  }
}
