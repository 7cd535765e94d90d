package dev.glovebox.analyzer.python;

import dev.glovebox.analyzer.findings.Report;

/** Deny by default: a kind of node that is not on the list is a finding. */
record NodeCheck(Report report) implements Check {

  @Override
  public void visit(Place place) {
    String kind = place.node().kind();
    if (!report.rules().lists("nodes", kind)) {
      report.add("PY115", place.node(), "this is not used in strategies: " + kind);
    }
    if (kind.equals("Comprehension") && place.node().text("isAsync").equals("true")) {
      report.add("PY115", place.node(), "this is not used in strategies: async for");
    }
  }
}
