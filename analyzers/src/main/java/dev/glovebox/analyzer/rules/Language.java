package dev.glovebox.analyzer.rules;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A language that is analysed. */
public enum Language {
  /** Python 3.12, as the guest runs it. */
  PYTHON(".py"),
  /** Java 25. */
  JAVA(".java");

  private final String suffix;

  Language(String suffix) {
    this.suffix = suffix;
  }

  // Read once: both are immutable.
  private static final class Core {
    static final RuleSet PYTHON = RuleSet.pythonCore();
    static final RuleSet JAVA = RuleSet.javaCore();
  }

  /** The name in requests and in every output, for example {@code python}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** How the names of its files end. */
  public String suffix() {
    return suffix;
  }

  /** Its core rules. */
  public RuleSet rules() {
    return switch (this) {
      case PYTHON -> Core.PYTHON;
      case JAVA -> Core.JAVA;
    };
  }

  /** The language of a file, by its name. */
  public static Optional<Language> ofFile(String path) {
    return Arrays.stream(values()).filter(one -> path.endsWith(one.suffix)).findFirst();
  }

  /** The rule called {@code id}, of whatever language. */
  public static Optional<Rule> rule(String id) {
    return Arrays.stream(values()).flatMap(one -> one.rules().find(id).stream()).findFirst();
  }

  /** The language whose rules have ids like {@code id}. */
  public static Optional<Language> ofRule(String id) {
    return Arrays.stream(values()).filter(one -> id.startsWith(one.rules().prefix())).findFirst();
  }
}
