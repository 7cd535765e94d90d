package dev.glovebox.host.app.command;

import dev.glovebox.host.app.client.HostClient;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Refusal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code report}: fetches what a finished run left. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description = "Fetches the files of a run that is over.",
    footer = {
      "",
      "Files: fills.csv, equity.csv, decisions.jsonl, report.json, report.html, runspec.json.",
      "",
      "Exit: 0 fetched; 1 no such run, or it still goes on; 2 usage; 3 no host answered."
    })
public final class ReportCommand implements Callable<Integer> {
  private static final String REPORT = "report.json";

  private final Console console;

  @Parameters(paramLabel = "RUN", description = "The run, by its id or its whole name.")
  private String run = "";

  @Option(
      names = "--file",
      paramLabel = "NAME",
      description = "One file of the report; may be repeated (all).")
  private List<String> names = new ArrayList<>();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder for the files; without it report.json goes to stdout.")
  private @Nullable Path outFolder;

  @Mixin private ServedFlags served = new ServedFlags();

  /** Makes the command. */
  public ReportCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (outFolder == null && !names.isEmpty()) {
      throw new Refusal(Code.ARGUMENT_INVALID, "--file goes with --out DIR");
    }
    Optional<OutFolder> out = Optional.ofNullable(outFolder).map(OutFolder::new);
    try (HostClient client = new HostClient(served.address())) {
      String name = RunNames.of(client.parent(), "runs", run);
      if (out.isEmpty()) {
        byte[] report = client.smallFile(name, REPORT);
        console.json(RunRequest.object(new String(report, StandardCharsets.UTF_8)));
        return Code.OK.exit();
      }
      try (OutFolder.Incoming incoming = out.get().incoming()) {
        if (names.isEmpty()) {
          new RunRequest(client, new Progress(console, false), out).files(name, incoming);
        } else {
          client.report(name, incoming, names.toArray(String[]::new));
        }
        incoming.names().forEach(console::line);
      }
      return Code.OK.exit();
    }
  }
}
