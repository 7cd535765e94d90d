package dev.glovebox.analyzer.docs;

import dev.glovebox.analyzer.rules.Rule;
import dev.glovebox.analyzer.rules.RulePage;
import dev.glovebox.analyzer.rules.RulePages;
import dev.glovebox.analyzer.rules.RuleSet;
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
  static Map<String, String> files(RuleSet rules) {
    Map<String, String> files = new TreeMap<>();
    files.put("README.md", index(rules));
    for (Rule rule : rules.rules()) {
      files.put(rule.id() + ".md", GENERATED + RulePages.of(rule).markdown(rule));
    }
    return files;
  }

  private static String index(RuleSet rules) {
    StringBuilder text = new StringBuilder("# Rules\n\n").append(GENERATED);
    text.append(
        """
        What the analyzer asks of a Python source ([analyzer.md](../analyzer.md)). The rules are in
        `python-core-1.rules`, the pages beside it; a test runs every example: bad ones are found by their
        rule, good ones are clean.

        *Severity*: an error flags a candidate, a warning or a note never does. *Confidence* says how often
        code that a rule finds is what its page describes: high, nearly always, the text itself says it;
        medium, mostly, but honest code can look the same; low, a hint. *Weakness* is an entry of the Common
        Weakness Enumeration; where none fits there is none. Whatever analysis says, the jail holds.

        | rule | finds | severity | confidence | weakness |
        | --- | --- | --- | --- | --- |
        """);
    rules.rules().stream()
        .sorted(Comparator.comparing(Rule::id))
        .forEach(rule -> text.append(row(rule, RulePages.of(rule))));
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
