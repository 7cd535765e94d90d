package dev.glovebox.host.app.command;

import dev.glovebox.host.app.Surroundings;
import dev.glovebox.host.app.setup.DevelopmentHost;
import dev.glovebox.host.app.spec.LimitsFile;
import dev.glovebox.host.audit.Origin;
import dev.glovebox.host.clock.SystemClock;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.model.TeamId;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code init}: development keys, a certificate authority, and a host's configuration. */
@Command(
    name = "init",
    mixinStandardHelpOptions = true,
    description = "Makes development keys, a CA and a host's configuration in an empty folder.")
public final class InitCommand implements Callable<Integer> {
  private static final String LISTEN = "[A-Za-z0-9.\\[\\]:-]+:[0-9]{1,5}";
  private static final String DNS = "[A-Za-z0-9.-]{1,253}";

  private final Surroundings surroundings;
  private final Console console;

  @Parameters(paramLabel = "DIR", description = "The folder; made if it is missing.")
  private Path folder = Path.of("");

  @Option(names = "--team", paramLabel = "TEAM", description = "Team of the principals (research).")
  private String team = "research";

  @Option(
      names = "--listen",
      paramLabel = "HOST:PORT",
      description = "Where the host will listen with TLS (127.0.0.1:7443).")
  private String listen = "127.0.0.1:7443";

  @Option(
      names = "--host-name",
      paramLabel = "NAME",
      description = "A further DNS name for the host's certificate; may be repeated.")
  private List<String> names = new ArrayList<>();

  /** Makes the command. */
  public InitCommand(Surroundings surroundings, Console console) {
    this.surroundings = surroundings;
    this.console = console;
  }

  @Override
  public Integer call() {
    if (!listen.matches(LISTEN)) {
      throw new Refusal(Code.ARGUMENT_INVALID, "--listen must be HOST:PORT");
    }
    if (!names.stream().allMatch(name -> name.matches(DNS))) {
      throw new Refusal(Code.ARGUMENT_INVALID, "--host-name must be a DNS name");
    }
    TeamId ownTeam;
    try {
      ownTeam = new TeamId(team);
    } catch (IllegalArgumentException e) {
      throw new Refusal(Code.ARGUMENT_INVALID, "--team " + e.getMessage());
    }
    Origin origin =
        new DevelopmentHost(
                folder,
                ownTeam,
                listen,
                names,
                surroundings.home().resolve(LimitsFile.COMMITTED_NAME))
            .write(new SystemClock(), new SecureRandom());
    console.line("origin " + origin);
    console.line("start it: glovebox serve --config " + folder.resolve("host/glovebox.toml"));
    console.note("these are development keys: they lie in one place, and the log says so");
    return Code.OK.exit();
  }
}
