package dev.glovebox.analyzer.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class RuleSetTest {
  private final RuleSet rules = RuleSet.pythonCore();

  @Test
  void hasANameAVersionAndAHash() {
    assertThat(rules.name()).isEqualTo("python-core 1");
    assertThat(rules.hash()).hasSize(32).isEqualTo(RuleSet.pythonCore().hash());
  }

  @Test
  void flagsByErrorsOfEscapeAmbientImportAndSyntaxOnly() {
    for (Rule rule : rules.rules()) {
      boolean flags = rule.id().matches("PY000|PY[123]\\d\\d");
      assertThat(rule.severity() == Severity.ERROR).as(rule.id()).isEqualTo(flags);
      assertThat(rule.question()).as(rule.id()).endsWith("?");
      assertThat(rule.instead()).as(rule.id()).isNotBlank();
    }
  }

  @Test
  void namesOnlyRulesThatExist() {
    for (String name : new String[] {"eval", "open", "id", "exit", "getattr"}) {
      assertThat(rules.ruleFor("denied-builtins", name).flatMap(rules::find)).isPresent();
    }
    assertThat(rules.words("builtins")).doesNotContain("eval", "open", "getattr", "__import__");
    assertThat(rules.words("outside")).contains("os", "sys", "socket", "subprocess");
  }
}
