package dev.glovebox.analyzer.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RuleSetTest {
  private static final String LIST = "set test 1\n[cwe]\nCWE-7 Seven\n[rules]\n";

  private final RuleSet rules = RuleSet.pythonCore();

  @Test
  void hasANameAVersionAndAHash() {
    assertThat(rules.name()).isEqualTo("python-core 1");
    assertThat(rules.hash()).hasSize(32).isEqualTo(RuleSet.pythonCore().hash());
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void flagsByErrorsOfEscapeAmbientImportAndSyntaxOnly(Language language) {
    for (Rule rule : language.rules().rules()) {
      boolean flags = rule.id().matches("(PY|JV)000|(PY|JV)[123]\\d\\d");
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

  @Test
  void namesOnlyRulesOfJavaThatExist() {
    RuleSet java = RuleSet.javaCore();
    assertThat(java.name()).isEqualTo("java-core 1");
    for (String section :
        new String[] {"outside-classes", "denied-calls", "denied-calls-by-name"}) {
      assertThat(java.pairedWords(section)).isNotEmpty();
      for (String word : java.pairedWords(section)) {
        assertThat(java.ruleFor(section, word).flatMap(java::find)).as(word).isPresent();
      }
    }
  }

  @Test
  void readsConfidenceAndWeakness() {
    RuleText read =
        RuleText.read(LIST + "PY001 error low CWE-7 | A? | B.\nPY002 note high | C? | D.\n");
    assertThat(read.rules().values())
        .containsExactly(
            new Rule(
                "PY001",
                Severity.ERROR,
                Confidence.LOW,
                Optional.of(new Cwe("CWE-7", "Seven")),
                "A?",
                "B."),
            new Rule("PY002", Severity.NOTE, Confidence.HIGH, Optional.empty(), "C?", "D."));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PY001 error | A? | B.",
        "PY001 error sure | A? | B.",
        "PY001 grave high | A? | B.",
        "PY001 error high CWE-8 | A? | B.",
        "PY001 error high CWE-7 CWE-7 | A? | B.",
        "PY001 error high 7 | A? | B.",
        "PY001 error high | A?",
        "PY001 error high | A? | B. | C.",
        "PY001 error high | A? | B.\nPY001 error high | A? | B.",
      })
  void refusesARuleOfAnotherForm(String rule) {
    assertThatThrownBy(() -> RuleText.read(LIST + rule + "\n"))
        .isInstanceOf(IllegalStateException.class);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void namesEachWeaknessOnceAndNoneInVain(Language language) {
    List<Cwe> used =
        language.rules().rules().stream().flatMap(rule -> rule.cwe().stream()).toList();
    assertThat(used)
        .hasSizeGreaterThanOrEqualTo(20)
        .allSatisfy(cwe -> {
          assertThat(cwe.number()).isPositive();
          assertThat(cwe.name()).isNotBlank();
        });
    assertThat(used.stream().map(Cwe::id).distinct()).hasSameSizeAs(Set.copyOf(used));
  }
}
