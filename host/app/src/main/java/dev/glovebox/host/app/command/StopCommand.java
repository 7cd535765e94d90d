package dev.glovebox.host.app.command;

import dev.glovebox.host.app.client.HostClient;
import dev.glovebox.host.model.Code;
import dev.glovebox.proto.api.v1.Run;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code stop}: ends a run on request. */
@Command(
    name = "stop",
    mixinStandardHelpOptions = true,
    description = "Ends a run, RUN_CANCELLED, and returns once it is over.",
    footer = {"", "Exit: 0 the run is over; 1 no such run; 2 usage; 3 no host answered."})
public final class StopCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "RUN", description = "The run, by its id or its whole name.")
  private String run = "";

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why; it is recorded.")
  private String reason = "";

  @Mixin private ServedFlags served = new ServedFlags();

  @Option(names = "--format", paramLabel = "text|json", description = "Form of the result (text).")
  private Format format = Format.TEXT;

  /** Makes the command. */
  public StopCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    try (HostClient client = new HostClient(served.address())) {
      Run stopped = client.stop(RunNames.of(client.parent(), "runs", run), reason);
      switch (format) {
        case TEXT -> console.line(RunsCommand.line(stopped));
        case JSON -> console.json(RunsCommand.json(stopped));
      }
      return Code.OK.exit();
    }
  }
}
