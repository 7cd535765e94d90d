package dev.glovebox.analyzer.cli;

import static dev.glovebox.analyzer.report.JsonText.quote;

import dev.glovebox.analyzer.rules.Cwe;
import dev.glovebox.analyzer.rules.Language;
import dev.glovebox.analyzer.rules.Rule;
import dev.glovebox.analyzer.rules.RuleSet;
import java.io.PrintWriter;
import java.util.HexFormat;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code rules}. */
@Command(
    name = "rules",
    mixinStandardHelpOptions = true,
    description = "List all rules, with the name and the hash of each rule set.")
final class RulesCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init") // Set by picocli before call.
  private CommandSpec spec;

  @Option(names = "--format", paramLabel = "text|json", description = "default: text")
  private Format format = Format.TEXT;

  @Option(
      names = "--language",
      paramLabel = "python|java",
      description = "default: both in text, python in json")
  private @Nullable Language language;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    switch (format) {
      case TEXT -> {
        for (Language one : language == null ? Language.values() : new Language[] {language}) {
          print(one.rules(), out);
        }
      }
      case JSON -> out.println(json(language == null ? Language.PYTHON : language));
    }
    return ExitStatus.CLEAN;
  }

  private static void print(RuleSet rules, PrintWriter out) {
    out.println(rules.name() + " sha256:" + HexFormat.of().formatHex(rules.hash()));
    for (Rule rule : rules.rules()) {
      out.printf(
          "%s %-7s %-6s %-8s %s%n",
          rule.id(),
          rule.severity().text(),
          rule.confidence().text(),
          rule.cwe().map(Cwe::id).orElse("-"),
          rule.question());
    }
  }

  private static String json(Language language) {
    RuleSet rules = language.rules();
    return "{\"version\":1,\"rule_set\":"
        + quote(rules.name())
        + ",\"rule_set_sha256\":"
        + quote(HexFormat.of().formatHex(rules.hash()))
        + ",\"rules\":"
        + rules.rules().stream()
            .map(rule -> "{" + ExplainCommand.members(rule) + "}")
            .collect(Collectors.joining(",", "[", "]"))
        + "}";
  }
}
