package dev.glovebox.host.app.command;

import dev.glovebox.host.app.Surroundings;
import dev.glovebox.host.app.host.JailProbe;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.jail.Tier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code probe}: a security reviewer's own program, where a worker would run. */
@Command(
    name = "probe",
    mixinStandardHelpOptions = true,
    description = {
      "Runs a program of yours in the jail, as the worker's own process: the same image, flags,"
          + " bounds and filters, after the lock that a worker enters before it reads a candidate."
          + " What it prints is shown. For a control run it without: java -cp JAR CLASS."
    },
    footer = {
      "",
      "Exit: 0 it ended with 0; 1 otherwise, or it was killed; 3 there is no such jail."
    })
public final class ProbeCommand implements Callable<Integer> {
  private static final Pattern CLASS_NAME = Pattern.compile("[\\p{Alnum}_.$]{1,200}");
  private static final int SECONDS_MAX = 3_600;

  private final Surroundings surroundings;
  private final Console console;

  @Parameters(index = "0", paramLabel = "JAR", description = "The program's jar.")
  private Path jar = Path.of("");

  @Parameters(index = "1", paramLabel = "CLASS", description = "Its class with main(String[]).")
  private String program = "";

  @Option(
      names = "--tier-floor",
      paramLabel = "TIER",
      description = "Weakest tier that may be used: process, bwrap or oci (${DEFAULT-VALUE}).")
  private Tier floor = Tier.BWRAP;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      description = "It is killed after as long (${DEFAULT-VALUE}).")
  private int seconds = 60;

  /** Makes the command. */
  public ProbeCommand(Surroundings surroundings, Console console) {
    this.surroundings = surroundings;
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    if (!Files.isRegularFile(jar)) {
      throw new Refusal(Code.FILE_UNREADABLE, jar + " is not a file");
    }
    if (!CLASS_NAME.matcher(program).matches()) {
      throw new Refusal(Code.ARGUMENT_INVALID, "CLASS is not a class's name");
    }
    if (seconds < 1 || seconds > SECONDS_MAX) {
      throw new Refusal(Code.ARGUMENT_INVALID, "--seconds is 1 to " + SECONDS_MAX);
    }
    JailProbe.Outcome outcome =
        new JailProbe(surroundings)
            .run(jar.toAbsolutePath().normalize(), program, floor, Duration.ofSeconds(seconds));
    console.note(
        "tier " + outcome.tier().text() + " (" + String.join(", ", outcome.measures()) + ")");
    outcome.output().lines().forEach(console::line);
    outcome.errors().lines().forEach(console::note);
    int status = outcome.exit().status();
    console.note(
        "the probe ended with "
            + status
            + outcome.exit().killedFor().map(why -> ", killed for " + why).orElse(""));
    return status == 0 ? Code.OK.exit() : 1;
  }
}
