package dev.glovebox.analyzer.cli;

import static dev.glovebox.analyzer.report.JsonText.quote;

import dev.glovebox.analyzer.rules.Rule;
import dev.glovebox.analyzer.rules.RuleSet;
import java.io.PrintWriter;
import java.util.HexFormat;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code rules}. */
@Command(
    name = "rules",
    mixinStandardHelpOptions = true,
    description = "List all rules, with the name and the hash of the rule set.")
final class RulesCommand implements Callable<Integer> {
  private final RuleSet rules;

  @Spec
  @SuppressWarnings("NullAway.Init") // Set by picocli before call.
  private CommandSpec spec;

  @Option(names = "--format", paramLabel = "text|json", description = "default: text")
  private Format format = Format.TEXT;

  RulesCommand(RuleSet rules) {
    this.rules = rules;
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    String hash = HexFormat.of().formatHex(rules.hash());
    switch (format) {
      case TEXT -> {
        out.println(rules.name() + " sha256:" + hash);
        for (Rule rule : rules.rules()) {
          out.printf("%s %-7s %s%n", rule.id(), rule.severity().text(), rule.question());
        }
      }
      case JSON ->
          out.println(
              "{\"version\":1,\"rule_set\":"
                  + quote(rules.name())
                  + ",\"rule_set_sha256\":"
                  + quote(hash)
                  + ",\"rules\":"
                  + rules.rules().stream()
                      .map(ExplainCommand::json)
                      .collect(Collectors.joining(",", "[", "]"))
                  + "}");
    }
    return ExitStatus.CLEAN;
  }
}
