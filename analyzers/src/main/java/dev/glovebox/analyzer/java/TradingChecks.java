package dev.glovebox.analyzer.java;

import java.util.ArrayList;
import java.util.List;

/** Checks of look-ahead, determinism, dates, money and the contract of the API. */
final class TradingChecks {
  private TradingChecks() {}

  static List<Check> of(Facts facts) {
    List<Check> checks = new ArrayList<>();
    checks.addAll(ContractChecks.of(facts));
    return checks;
  }
}
