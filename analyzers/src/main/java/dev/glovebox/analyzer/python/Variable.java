package dev.glovebox.analyzer.python;

import dev.glovebox.prepare.python.SyntaxNode;
import java.util.HashSet;
import java.util.Set;

/** What a name or an attribute may hold. Grows only; confined to one analysis. */
final class Variable {
  private Sense sense = Sense.NONE;
  private final Set<String> steps = new HashSet<>();
  private boolean unsteady;
  private final Set<SyntaxNode> setAnew = new HashSet<>();
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
      joined = joined.unnumbered().with(Trait.STEPPING);
    }
    boolean changed = !joined.equals(sense);
    sense = joined;
    return changed;
  }

  /** Whether it is set to something else than a count after the start, or goes both ways. */
  boolean isSetAnew() {
    return !setAnew.isEmpty() || steps.size() > 1;
  }

  /** Notes that it goes up or down, by the operator that does it. */
  void markStep(String operator) {
    steps.add(operator);
  }

  void setAnew(SyntaxNode value) {
    setAnew.add(value);
  }

  /** Takes back what was said of {@code value}, which turned out to be a count. */
  void goesOn(SyntaxNode value) {
    setAnew.remove(value);
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
