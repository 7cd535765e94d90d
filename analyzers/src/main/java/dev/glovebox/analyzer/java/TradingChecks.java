package dev.glovebox.analyzer.java;

import java.util.ArrayList;
import java.util.List;

/** Checks of look-ahead, determinism, dates, money and the contract of the API. */
final class TradingChecks {
  private TradingChecks() {}

  static List<Check> of(Facts facts) {
    Flow flow = Flow.of(facts);
    List<Check> checks =
        new ArrayList<>(
            List.of(
                new LookAheadCheck(facts, flow),
                new WindowCheck(facts, flow),
                new TableCheck(facts, flow),
                new DeterminismCheck(facts, flow),
                new DateCheck(facts, flow),
                new MoneyCheck(facts, flow)));
    checks.addAll(ContractChecks.of(facts));
    return List.copyOf(checks);
  }
}
