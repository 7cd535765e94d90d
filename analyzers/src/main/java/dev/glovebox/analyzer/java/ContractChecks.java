package dev.glovebox.analyzer.java;

import java.util.List;

/** Checks of the contract between a strategy and the host. */
final class ContractChecks {
  private ContractChecks() {}

  static List<Check> of(Facts facts) {
    Strategies strategies = Strategies.of(facts.tree(), facts.names());
    return List.of(
        new ContractCheck(facts, strategies),
        new HookCheck(facts, strategies),
        new ParameterCheck(facts, strategies),
        new UseCheck(facts, strategies),
        new OrderCheck(facts),
        new ResultCheck(facts));
  }
}
