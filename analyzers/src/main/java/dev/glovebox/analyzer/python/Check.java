package dev.glovebox.analyzer.python;

import java.util.Set;

/** One family of questions, asked of nodes. Keeps no state between nodes. */
interface Check {
  /** The kinds of node that it looks at; empty for every kind. */
  default Set<String> kinds() {
    return Set.of();
  }

  /** Looks at the node of {@code place} alone; the walk brings every node of its kinds. */
  void visit(Place place);
}
