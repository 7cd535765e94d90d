package dev.glovebox.analyzer.python;

import dev.glovebox.analyzer.flow.Held;
import dev.glovebox.prepare.python.SyntaxNode;
import java.util.HashSet;
import java.util.Set;

/** What a name or an attribute may hold. Grows only; confined to one analysis. */
final class Variable extends Held {
  private final Set<SyntaxNode> setAnew = new HashSet<>();
  private boolean shortened;
  private boolean item;

  /** Whether it is set to something else than a count after the start, or goes both ways. */
  boolean isSetAnew() {
    return !setAnew.isEmpty() || goesBothWays();
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
