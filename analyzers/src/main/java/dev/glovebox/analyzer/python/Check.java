package dev.glovebox.analyzer.python;

/** One family of questions, asked of every node. Keeps no state between nodes. */
interface Check {
  /** Looks at the node of {@code place} alone; the walk brings every node. */
  void visit(Place place);
}
