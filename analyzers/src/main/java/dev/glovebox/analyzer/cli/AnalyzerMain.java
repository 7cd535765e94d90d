package dev.glovebox.analyzer.cli;

import dev.glovebox.analyzer.report.TerminalText;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** The command line of static analysis: {@code analyze}, {@code explain}, {@code rules}. */
public final class AnalyzerMain {

  @Command(
      name = "glovebox",
      mixinStandardHelpOptions = true,
      description = "Static analysis of strategies.")
  private static final class Glovebox {}

  private AnalyzerMain() {}

  /** Runs the command and ends the process with its status. */
  public static void main(String[] arguments) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    int status = run(arguments, new JailedSurroundings(System.in), out, err);
    out.flush();
    err.flush();
    System.exit(status);
  }

  static int run(String[] arguments, Surroundings surroundings, PrintWriter out, PrintWriter err) {
    return new CommandLine(new Glovebox())
        .addSubcommand(new AnalyzeCommand(surroundings))
        .addSubcommand(new ExplainCommand())
        .addSubcommand(new RulesCommand())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExpandAtFiles(false)
        .setOut(out)
        .setErr(err)
        .setParameterExceptionHandler((failure, _) -> misused(failure, err))
        .setExecutionExceptionHandler((_, _, _) -> {
          err.println("ANALYSIS_FAILED: the analysis could not be carried out");
          return ExitStatus.UNKNOWN;
        })
        .execute(arguments);
  }

  private static int misused(ParameterException failure, PrintWriter err) {
    err.println(TerminalText.encode(String.valueOf(failure.getMessage())));
    err.println("try --help");
    return ExitStatus.USAGE;
  }
}
