package dev.glovebox.analyzer.cli;

import static dev.glovebox.analyzer.report.JsonText.quote;

import dev.glovebox.analyzer.report.TerminalText;
import dev.glovebox.analyzer.rules.Rule;
import dev.glovebox.analyzer.rules.RuleSet;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code explain RULE}. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description = "Say what a rule asks, and what to write instead.")
final class ExplainCommand implements Callable<Integer> {
  private final RuleSet rules;

  @Spec
  @SuppressWarnings("NullAway.Init") // Set by picocli before call.
  private CommandSpec spec;

  @Parameters(paramLabel = "RULE", description = "for example PY301")
  private String rule = "";

  @Option(names = "--format", paramLabel = "text|json", description = "default: text")
  private Format format = Format.TEXT;

  ExplainCommand(RuleSet rules) {
    this.rules = rules;
  }

  @Override
  public Integer call() {
    Optional<Rule> found = rules.find(rule.toUpperCase(Locale.ROOT));
    if (found.isEmpty()) {
      spec.commandLine()
          .getErr()
          .println("no rule " + TerminalText.encode(rule) + "; `glovebox rules` lists them");
      return ExitStatus.USAGE;
    }
    PrintWriter out = spec.commandLine().getOut();
    switch (format) {
      case TEXT -> print(found.get(), out);
      case JSON -> out.println(json(found.get()));
    }
    return ExitStatus.CLEAN;
  }

  private void print(Rule explained, PrintWriter out) {
    out.println(explained.id() + " " + explained.severity().text());
    out.println("  asks:    " + explained.question());
    out.println("  instead: " + explained.instead());
    switch (explained.id()) {
      case "PY301", "PY302" -> {
        out.println("  modules on the list:");
        rules.modules().stream().sorted().forEach(module -> out.println("    " + module));
      }
      case "PY303" -> {
        out.println("  names on the lists (* is every public name):");
        rules.modules().stream()
            .sorted()
            .forEach(module ->
                out.println(
                    "    "
                        + module
                        + ": "
                        + String.join(
                            " ", rules.members(module).orElseThrow().stream().sorted().toList())));
      }
      case "PY104" -> out.println("  on the list: " + String.join(" ", rules.words("builtins")));
      case "PY105" ->
          out.println("  allowed: " + String.join(" ", rules.words("dunder-attributes")));
      case "PY111" -> out.println("  allowed: " + String.join(" ", rules.words("dunder-methods")));
      case "PY112" -> out.println("  allowed: " + String.join(" ", rules.words("decorators")));
      default -> {
        // The question says it all.
      }
    }
  }

  static String json(Rule rule) {
    return "{\"rule\":"
        + quote(rule.id())
        + ",\"severity\":"
        + quote(rule.severity().text())
        + ",\"question\":"
        + quote(rule.question())
        + ",\"instead\":"
        + quote(rule.instead())
        + "}";
  }
}
