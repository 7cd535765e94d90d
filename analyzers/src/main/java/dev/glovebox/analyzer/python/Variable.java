package dev.glovebox.analyzer.python;

/** What a name or an attribute may hold. Grows only; confined to one analysis. */
final class Variable {
  private Sense sense = Sense.NONE;
  private boolean unsteady;
  private boolean setAnew;
  private boolean shortened;
  private boolean item;

  Sense sense() {
    return sense;
  }

  /**
   * Adds what may be held.
   *
   * @param late whether numbers should have settled by now: those that still move are computed from
   *     themselves and are no constants
   * @return whether something was new
   */
  boolean add(Sense more, boolean late) {
    Sense joined = sense.or(unsteady ? more.unnumbered() : more);
    if (joined.equals(sense)) {
      return false;
    }
    if (late && (joined.least() != sense.least() || joined.most() != sense.most())) {
      unsteady = true;
      joined = joined.unnumbered();
    }
    boolean changed = !joined.equals(sense);
    sense = joined;
    return changed;
  }

  /** Whether its numbers are computed from themselves. */
  boolean isUnsteady() {
    return unsteady;
  }

  /** Whether it is set to a constant again after the start. */
  boolean setAnew() {
    return setAnew;
  }

  void markSetAnew() {
    setAnew = true;
  }

  /** Whether a loop gives it the items of one container. */
  boolean isItem() {
    return item;
  }

  void markItem() {
    item = true;
  }

  /** Whether something is taken out of it. */
  boolean shortened() {
    return shortened;
  }

  void markShortened() {
    shortened = true;
  }
}
