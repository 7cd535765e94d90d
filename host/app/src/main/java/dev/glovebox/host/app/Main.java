package dev.glovebox.host.app;

import dev.glovebox.host.app.command.ApprovalsCommand;
import dev.glovebox.host.app.command.BacktestCommand;
import dev.glovebox.host.app.command.CandidatesCommand;
import dev.glovebox.host.app.command.CheckCommand;
import dev.glovebox.host.app.command.Console;
import dev.glovebox.host.app.command.DoctorCommand;
import dev.glovebox.host.app.command.GrantCommand;
import dev.glovebox.host.app.command.ImagesCommand;
import dev.glovebox.host.app.command.InitCommand;
import dev.glovebox.host.app.command.NewCommand;
import dev.glovebox.host.app.command.ParityCommand;
import dev.glovebox.host.app.command.ProbeCommand;
import dev.glovebox.host.app.command.PromoteCommand;
import dev.glovebox.host.app.command.ReportCommand;
import dev.glovebox.host.app.command.ReviewCommand;
import dev.glovebox.host.app.command.RunCommand;
import dev.glovebox.host.app.command.RunsCommand;
import dev.glovebox.host.app.command.ServeCommand;
import dev.glovebox.host.app.command.StopCommand;
import dev.glovebox.host.app.command.SubmitCommand;
import dev.glovebox.host.app.command.VerifyCommand;
import dev.glovebox.host.app.command.WithdrawCommand;
import dev.glovebox.host.app.demo.DemoCommand;
import dev.glovebox.host.app.host.Incidents;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Refusal;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The program. Results go to stdout, everything else to stderr.
 *
 * <p>Exit 0 yes, 1 no, 2 usage, 3 could not tell. The one top-level handler stands here: whatever
 * goes wrong becomes a code and a sentence, never a stack trace.
 */
public final class Main {
  private static final Logger LOG = LoggerFactory.getLogger(Main.class);

  private Main() {}

  /** Runs the command that the arguments name and ends the JVM. */
  public static void main(String[] arguments) {
    LibraryLogs.redirect();
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    System.exit(run(Surroundings.ofThisProcess(), out, err, arguments));
  }

  /** Runs a command and returns its exit code; never throws. */
  public static int run(
      Surroundings surroundings, PrintWriter out, PrintWriter err, String... arguments) {
    Console console = new Console(out, err);
    CommandLine line =
        new CommandLine(new Glovebox())
            .addSubcommand(new BacktestCommand(surroundings, console))
            .addSubcommand(new CheckCommand(surroundings, console))
            .addSubcommand(
                new DemoCommand(
                    surroundings,
                    console,
                    (said, noted, typed) -> run(surroundings, said, noted, typed)))
            .addSubcommand(new DoctorCommand(surroundings, console))
            .addSubcommand(new ImagesCommand(surroundings, console))
            .addSubcommand(new InitCommand(surroundings, console))
            .addSubcommand(new NewCommand(console))
            .addSubcommand(new ParityCommand(console))
            .addSubcommand(new ProbeCommand(surroundings, console))
            .addSubcommand(new ReportCommand(console))
            .addSubcommand(new RunCommand(console))
            .addSubcommand(new RunsCommand(console))
            .addSubcommand(new ServeCommand(surroundings, console))
            .addSubcommand(new StopCommand(console))
            .addSubcommand(new VerifyCommand(console))
            .addSubcommand(new ApprovalsCommand(console))
            .addSubcommand(new CandidatesCommand(console))
            .addSubcommand(new PromoteCommand(surroundings, console))
            .addSubcommand(new ReviewCommand(surroundings, console))
            .addSubcommand(new SubmitCommand(console))
            .addSubcommand(new WithdrawCommand(console))
            .addSubcommand(new GrantCommand(surroundings, console))
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setOut(out)
            .setErr(err)
            .setParameterExceptionHandler((usage, given) -> usage(usage, console))
            .setExecutionExceptionHandler((failure, command, result) -> failed(failure, console));
    try {
      // Otherwise an unknown command with --help would be the help of all.
      if (arguments.length > 0
          && !arguments[0].startsWith("-")
          && !line.getSubcommands().containsKey(arguments[0])) {
        console.failure(
            Code.ARGUMENT_INVALID, "there is no command " + arguments[0] + "; see glovebox --help");
        return Code.ARGUMENT_INVALID.exit();
      }
      return line.execute(arguments);
    } catch (RuntimeException | StackOverflowError failure) {
      return failed(failure, console);
    }
  }

  private static int usage(CommandLine.ParameterException wrong, Console console) {
    console.failure(Code.ARGUMENT_INVALID, String.valueOf(wrong.getMessage()));
    console.note("see glovebox " + commandName(wrong.getCommandLine()) + "--help");
    return Code.ARGUMENT_INVALID.exit();
  }

  private static String commandName(CommandLine line) {
    return line.getParent() == null ? "" : line.getCommandName() + " ";
  }

  private static int failed(Throwable failure, Console console) {
    if (failure instanceof Refusal refusal) {
      console.refusal(refusal);
      return refusal.code().exit();
    }
    String incident = Incidents.fresh();
    LOG.error("incident {}", incident, failure);
    console.failure(
        Code.INTERNAL,
        "a defect of ours, incident " + incident + "; with GLOVEBOX_LOG=FILE the log has the rest");
    return Code.INTERNAL.exit();
  }

  /** The root of the commands. */
  @Command(
      name = "glovebox",
      description = "Runs trading strategies that agents wrote, without trusting them.",
      mixinStandardHelpOptions = true,
      subcommands = CommandLine.HelpCommand.class,
      footer = {
        "",
        "Through ./glovebox there are also: analyze PATH..., explain RULE, rules, test, clean."
      },
      version = "glovebox 0.1.0")
  private static final class Glovebox {}
}
