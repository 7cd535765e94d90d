package dev.glovebox.analyzer.java;

import java.util.List;

/** Checks of the language, what reaches outside, names on the list, resources and review. */
final class LanguageChecks {
  private LanguageChecks() {}

  static List<Check> of(Facts facts) {
    Outside outside = new Outside(facts.rules());
    new LoopCosts(facts).judge();
    GrowthCheck.judge(facts);
    CommentCheck.judge(facts);
    return List.of(
        new ClassUseCheck(facts, outside),
        new CallCheck(facts, outside),
        new DeclarationCheck(facts, outside),
        new CatchCheck(facts),
        new EndlessCheck(facts),
        new CostlyCheck(facts),
        new TextCheck(facts),
        new NameCheck(facts),
        new DeadCheck(facts));
  }
}
