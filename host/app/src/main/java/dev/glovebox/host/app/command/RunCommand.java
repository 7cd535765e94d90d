package dev.glovebox.host.app.command;

import dev.glovebox.host.app.client.HostClient;
import dev.glovebox.host.app.spec.SpecDraft;
import dev.glovebox.host.app.spec.SpecFile;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Json;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.proto.api.v1.Candidate;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code run}: starts a run of any mode on a host, and watches it. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = "Starts a run on a host and watches it; PAPER needs a promotion and a grant.",
    footer = {
      "",
      "Whoever stops watching does not stop the run; see stop RUN.",
      "",
      "Exit: 0 completed, or started with --detach; 1 refused, flagged or ended before its last",
      "bar; 2 usage; 3 could not tell."
    })
public final class RunCommand implements Callable<Integer> {
  private final Console console;

  @Option(
      names = "--spec",
      paramLabel = "FILE",
      required = true,
      description = "The RunSpec, TOML.")
  private @Nullable Path specFile;

  @Option(
      names = "--grant",
      paramLabel = "GRANT",
      description = "The run grant, by its id or its whole name; PAPER needs one.")
  private @Nullable String grant;

  @Option(names = "--detach", description = "Return once the run has started.")
  private boolean detach;

  @Option(names = "--out", paramLabel = "DIR", description = "Folder for the report files.")
  private @Nullable Path outFolder;

  @Mixin private ServedFlags served = new ServedFlags();

  @Option(names = "--format", paramLabel = "text|json", description = "Form of the result (text).")
  private Format format = Format.TEXT;

  /** Makes the command. */
  public RunCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (specFile == null) {
      throw new Refusal(Code.ARGUMENT_INVALID, "--spec is missing");
    }
    if (detach && outFolder != null) {
      throw new Refusal(
          Code.ARGUMENT_INVALID, "--out takes what a run left; with --detach fetch it by report");
    }
    SpecDraft draft = SpecFile.read(specFile);
    RunRequest.mustBeReadable(draft);
    Optional<OutFolder> out = Optional.ofNullable(outFolder).map(OutFolder::new);
    try (HostClient client = new HostClient(served.address())) {
      RunRequest request =
          new RunRequest(client, new Progress(console, format == Format.TEXT && !detach), out);
      return switch (request.named(draft, RunRequest.limitsHash(draft))) {
        case RunRequest.Named.Flagged(Candidate candidate) ->
            BacktestCommand.flagged(candidate, format, console);
        case RunRequest.Named.Spec(var spec) -> {
          RunRequest.Started started =
              request.start(
                  spec, grant == null ? "" : RunNames.of(client.parent(), "grants", grant));
          yield detach
              ? detached(started)
              : ReportText.result(request.finished(started), format, console);
        }
      };
    }
  }

  private int detached(RunRequest.Started started) {
    switch (format) {
      case TEXT -> console.line(started.run());
      case JSON ->
          console.json(Json.of(Map.of("run", Json.of(started.run()), "runspec", started.spec())));
    }
    return Code.OK.exit();
  }
}
