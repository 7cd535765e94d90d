package dev.glovebox.analyzer.cli;

import static dev.glovebox.analyzer.report.JsonText.quote;

import dev.glovebox.analyzer.report.JsonText;
import dev.glovebox.analyzer.report.TerminalText;
import dev.glovebox.analyzer.rules.Language;
import dev.glovebox.analyzer.rules.Rule;
import dev.glovebox.analyzer.rules.RulePage;
import dev.glovebox.analyzer.rules.RulePages;
import dev.glovebox.analyzer.rules.RuleSet;
import dev.glovebox.classes.ListedMembers;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code explain RULE}. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description = "Say what a rule asks, why, and what to write instead, with examples.")
final class ExplainCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init") // Set by picocli before call.
  private CommandSpec spec;

  @Parameters(paramLabel = "RULE", description = "for example PY301 or JV303")
  private String rule = "";

  @Option(names = "--format", paramLabel = "text|json", description = "default: text")
  private Format format = Format.TEXT;

  @Override
  public Integer call() {
    Optional<Rule> found = Language.rule(rule.toUpperCase(Locale.ROOT));
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

  private static void print(Rule explained, PrintWriter out) {
    RulePage page = RulePages.of(explained);
    out.println(explained.id() + " " + explained.severity().text() + ": " + page.title());
    out.println("  asks:       " + explained.question());
    out.println("  instead:    " + explained.instead());
    out.println("  confidence: " + explained.confidence().text());
    explained.cwe().ifPresent(cwe -> out.println("  weakness:   " + cwe));
    out.println();
    page.why().lines().forEach(line -> out.println("  " + line));
    page.bad().forEach(block -> print("bad", block, out));
    page.good().forEach(block -> print("good", block, out));
    lists(explained, out);
  }

  private static void print(String heading, String block, PrintWriter out) {
    out.println();
    out.println("  " + heading + ":");
    block.lines().forEach(line -> out.println(line.isEmpty() ? "" : "    " + line));
  }

  private static void lists(Rule explained, PrintWriter out) {
    RuleSet rules = Language.PYTHON.rules();
    switch (explained.id()) {
      case "PY301", "PY302" -> {
        out.println();
        out.println("  modules on the list:");
        rules.modules().stream().sorted().forEach(module -> out.println("    " + module));
      }
      case "PY303" -> {
        out.println();
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
      case "JV301", "JV303", "JV104" -> {
        out.println();
        out.println("  classes on the list:");
        ListedMembers.standard()
            .classes()
            .forEach(name -> out.println("    " + name.replace('/', '.').replace('$', '.')));
      }
      case "JV112" -> list(Language.JAVA.rules(), "allowed", "annotations", out);
      case "PY104" -> list(rules, "on the list", "builtins", out);
      case "PY105" -> list(rules, "allowed", "dunder-attributes", out);
      case "PY111" -> list(rules, "allowed", "dunder-methods", out);
      case "PY112" -> list(rules, "allowed", "decorators", out);
      default -> {
        // The question says it all.
      }
    }
  }

  private static void list(RuleSet rules, String heading, String section, PrintWriter out) {
    out.println();
    out.println("  " + heading + ": " + String.join(" ", rules.words(section)));
  }

  /** The rule with its page. */
  private static String json(Rule rule) {
    RulePage page = RulePages.of(rule);
    return "{"
        + members(rule)
        + ",\"why\":"
        + quote(page.whyInOneLine())
        + ",\"bad\":"
        + texts(page.bad())
        + ",\"good\":"
        + texts(page.good())
        + "}";
  }

  private static String texts(List<String> texts) {
    return texts.stream().map(JsonText::quote).collect(Collectors.joining(",", "[", "]"));
  }

  /** What every listing says of a rule, without the braces around it. */
  static String members(Rule rule) {
    return "\"rule\":"
        + quote(rule.id())
        + ",\"severity\":"
        + quote(rule.severity().text())
        + ",\"confidence\":"
        + quote(rule.confidence().text())
        + ",\"cwe\":"
        + rule.cwe().map(cwe -> quote(cwe.id())).orElse("null")
        + ",\"title\":"
        + quote(RulePages.of(rule).title())
        + ",\"question\":"
        + quote(rule.question())
        + ",\"instead\":"
        + quote(rule.instead())
        + ",\"page\":"
        + quote(RulePage.path(rule));
  }
}
