package dev.glovebox.host.app.command;

import dev.glovebox.host.app.Surroundings;
import dev.glovebox.host.app.client.HostAddress;
import dev.glovebox.host.app.client.HostClient;
import dev.glovebox.host.app.host.PrivateHost;
import dev.glovebox.host.app.spec.LimitsFile;
import dev.glovebox.host.app.spec.SpecDraft;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Json;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.model.Sha256;
import dev.glovebox.proto.api.v1.Candidate;
import dev.glovebox.proto.api.v1.CheckEnded;
import dev.glovebox.proto.api.v1.RunSpec;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code check}: the honesty checks, on a private host or on another one. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = "Runs a strategy many times over altered bars and compares what it does.",
    footer = {
      "",
      "Exit: 0 no check failed; 1 one failed, flagged, invalid series, or ended by a fault;",
      "2 usage; 3 could not tell, for example because the strategy never traded."
    })
public final class CheckCommand implements Callable<Integer> {
  private static final String REPORT = "check.json";

  private final Surroundings surroundings;
  private final Console console;

  @Mixin private DraftFlags flags = new DraftFlags();
  @Mixin private HostFlags hosts = new HostFlags();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder for check.json and, of a private host, the signed log.")
  private @Nullable Path outFolder;

  @Option(names = "--format", paramLabel = "text|json", description = "Form of the result (text).")
  private Format format = Format.TEXT;

  /** Makes the command. */
  public CheckCommand(Surroundings surroundings, Console console) {
    this.surroundings = surroundings;
    this.console = console;
  }

  @Override
  public Integer call() {
    // The checks run backtests, whatever the run is that they are for.
    SpecDraft draft = flags.draft(file -> file.as(new SpecDraft.Kind.Backtest()));
    Optional<HostAddress> address = hosts.address();
    Optional<OutFolder> out = Optional.ofNullable(outFolder).map(OutFolder::new);
    if (address.isPresent()) {
      try (HostClient client = new HostClient(address.get())) {
        return report(asked(client, draft, RunRequest.limitsHash(draft)), out);
      }
    }
    LimitsFile limits = PrivateHost.limits(surroundings, draft.limits());
    RunRequest.mustBeReadable(draft);
    try (PrivateHost host =
        PrivateHost.start(surroundings, hosts.data(), limits, draft.hostFloor(), console::note)) {
      Asked asked;
      try (HostClient client = host.client()) {
        asked = asked(client, draft, Optional.of(limits.hash()));
      }
      // The host ends first: what is copied then is sealed and complete.
      host.end();
      out.ifPresent(folder -> BacktestCommand.keep(host, folder));
      return report(asked, out);
    }
  }

  /** What came of asking a host. */
  private sealed interface Asked {
    record Flagged(Candidate candidate) implements Asked {}

    record Checked(String check, Json.Obj report, long logPosition) implements Asked {}
  }

  private Asked asked(HostClient client, SpecDraft draft, Optional<Sha256> limits) {
    RunRequest request = new RunRequest(client, new Progress(console, false));
    return switch (request.named(draft, limits)) {
      case RunRequest.Named.Flagged(Candidate candidate) -> new Asked.Flagged(candidate);
      case RunRequest.Named.Spec(RunSpec spec) -> checked(client, spec);
    };
  }

  private Asked checked(HostClient client, RunSpec spec) {
    String check = client.startCheck(spec);
    console.note("check " + check);
    AtomicReference<CheckEnded> last = new AtomicReference<>(CheckEnded.getDefaultInstance());
    client.watchCheck(
        check,
        event -> {
          switch (event.getEventCase()) {
            case RESULT -> {
              if (format == Format.TEXT) {
                CheckText.found(event.getResult(), console);
              }
            }
            case ENDED -> last.set(event.getEnded());
            case EVENT_NOT_SET -> {}
          }
        });
    if (last.get().getReportJson().isEmpty()) {
      throw new Refusal(Code.HOST_UNREACHABLE, "the host went away before the checks were over");
    }
    return new Asked.Checked(
        check, RunRequest.object(last.get().getReportJson()), last.get().getLogPosition());
  }

  private int report(Asked asked, Optional<OutFolder> out) {
    return switch (asked) {
      case Asked.Flagged(Candidate candidate) ->
          BacktestCommand.flagged(candidate, format, console);
      case Asked.Checked(String check, Json.Obj report, long position) -> {
        out.ifPresent(folder -> folder.write(REPORT, report.bytes()));
        switch (format) {
          case TEXT -> CheckText.ended(check, report, position, console);
          case JSON -> console.json(report);
        }
        yield CheckText.exit(report);
      }
    };
  }
}
