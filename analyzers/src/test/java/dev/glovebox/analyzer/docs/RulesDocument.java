package dev.glovebox.analyzer.docs;

import dev.glovebox.analyzer.rules.Language;
import dev.glovebox.analyzer.rules.Rule;
import dev.glovebox.analyzer.rules.RulePage;
import dev.glovebox.analyzer.rules.RulePages;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Renders {@code docs/rules} from the rule list and the pages beside it. */
final class RulesDocument {
  private static final String GENERATED =
      "<!-- Generated; RulePagesTest writes it with -Dglovebox.write=true -->\n\n";

  private RulesDocument() {}

  static Path folder() {
    return Path.of(Objects.requireNonNull(System.getProperty("glovebox.root")))
        .resolve("docs")
        .resolve("rules");
  }

  /** Every file of the folder by name. */
  static Map<String, String> files() {
    Map<String, String> files = new TreeMap<>();
    files.put("README.md", index());
    for (Language language : Language.values()) {
      for (Rule rule : language.rules().rules()) {
        files.put(rule.id() + ".md", GENERATED + RulePages.of(rule).markdown(rule));
      }
    }
    return files;
  }

  private static String index() {
    StringBuilder text = new StringBuilder("# Rules\n\n").append(GENERATED);
    text.append(
        """
        What the analyzer asks of a source in Python (`PY`) or Java (`JV`): [analyzer.md](../analyzer.md). The
        rules are in `python-core-1.rules` and `java-core-1.rules`, the pages beside them; a test runs every
        example: bad ones are found by their rule, good ones are clean. Examples in Java are excerpts of a
        class or of `onBar`.

        *Severity*: an error flags a candidate, a warning or a note never does. *Confidence* says how often
        code that a rule finds is what its page describes: high, nearly always, the text itself says it;
        medium, mostly, but honest code can look the same; low, a hint. *Weakness* is an entry of the Common
        Weakness Enumeration; where none fits there is none. Whatever analysis says, the jail holds.

        """);
    for (Language language : Language.values()) {
      text.append("\n## ")
          .append(language == Language.PYTHON ? "Python" : "Java")
          .append(
              """


              | rule | finds | severity | confidence | weakness |
              | --- | --- | --- | --- | --- |
              """);
      language.rules().rules().stream()
          .sorted(Comparator.comparing(Rule::id))
          .forEach(rule -> text.append(row(rule, RulePages.of(rule))));
    }
    return text.toString();
  }

  private static String row(Rule rule, RulePage page) {
    return "| [%s](%s.md) | %s | %s | %s | %s |\n"
        .formatted(
            rule.id(),
            rule.id(),
            page.title(),
            rule.severity().text(),
            rule.confidence().text(),
            rule.cwe().map(cwe -> cwe.id()).orElse("-"));
  }
}
