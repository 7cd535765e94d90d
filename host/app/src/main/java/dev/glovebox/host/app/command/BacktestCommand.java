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
import dev.glovebox.proto.api.v1.Candidate;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code backtest}: one run, on a private host for the length of the command or on another one. */
@Command(
    name = "backtest",
    mixinStandardHelpOptions = true,
    description = "Runs a strategy over bar files.",
    footer = {
      "",
      "Exit: 0 completed; 1 flagged, invalid series, or ended by a fault; 2 usage; 3 could not tell."
    })
public final class BacktestCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  private final Console console;

  @Mixin private DraftFlags flags = new DraftFlags();
  @Mixin private HostFlags hosts = new HostFlags();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder for the report files and, of a private host, the signed log.")
  private @Nullable Path outFolder;

  @Option(names = "--format", paramLabel = "text|json", description = "Form of the result (text).")
  private Format format = Format.TEXT;

  private Optional<OutFolder> out = Optional.empty();

  /** Makes the command. */
  public BacktestCommand(Surroundings surroundings, Console console) {
    this.surroundings = surroundings;
    this.console = console;
  }

  @Override
  public Integer call() {
    SpecDraft draft = flags.draft(BacktestCommand::backtest);
    Optional<HostAddress> address = hosts.address();
    // Made before the run, so that a folder that cannot be written costs nobody a run.
    out = Optional.ofNullable(outFolder).map(OutFolder::new);
    return address.isPresent() ? onOtherHost(draft, address.get()) : onPrivateHost(draft);
  }

  private static SpecDraft backtest(SpecDraft draft) {
    return switch (draft.kind()) {
      case SpecDraft.Kind.Backtest _ -> draft;
      case SpecDraft.Kind.Paper _ ->
          throw new Refusal(
              Code.SPEC_INVALID, "mode: is PAPER; backtest takes BACKTEST, run takes both");
    };
  }

  private int onOtherHost(SpecDraft draft, HostAddress address) {
    try (HostClient client = new HostClient(address)) {
      RunResult result = request(client).run(draft, RunRequest.limitsHash(draft));
      return report(result, Optional.empty());
    }
  }

  private int onPrivateHost(SpecDraft draft) {
    LimitsFile limits = PrivateHost.limits(surroundings, draft.limits());
    RunRequest.mustBeReadable(draft);
    try (PrivateHost host =
        PrivateHost.start(surroundings, hosts.data(), limits, draft.hostFloor(), console::note)) {
      RunResult result;
      try (HostClient client = host.client()) {
        result = request(client).run(draft, Optional.of(limits.hash()));
      }
      // The host ends first: what is copied then is sealed and complete.
      host.end();
      return report(result, Optional.of(host));
    }
  }

  private RunRequest request(HostClient client) {
    return new RunRequest(client, new Progress(console, format == Format.TEXT), out);
  }

  private int report(RunResult result, Optional<PrivateHost> host) {
    out.ifPresent(folder -> host.ifPresent(ended -> keep(ended, folder)));
    return switch (result) {
      case RunResult.Flagged(Candidate candidate) -> flagged(candidate, format, console);
      case RunResult.Finished run -> ReportText.result(run, format, console);
    };
  }

  /** Copies what proves what happened on a private host that has ended. */
  static void keep(PrivateHost ended, OutFolder folder) {
    ended.evidence().forEach((name, path) -> folder.copyTree(path, name));
    ended.trust().ifPresent(trust -> folder.write("trust.json", trust));
  }

  /** Prints the findings of a flagged candidate and returns the exit code. */
  static int flagged(Candidate candidate, Format format, Console console) {
    switch (format) {
      case TEXT ->
          candidate
              .getFindingsList()
              .forEach(finding -> console.line(Findings.line(candidate, finding)));
      case JSON ->
          console.json(
              Json.of(
                  Map.of(
                      "code", Json.of(Code.CANDIDATE_FLAGGED.name()),
                      "artifact_sha256", Json.of(candidate.getArtifactSha256()),
                      "findings", Findings.json(candidate))));
    }
    console.failure(
        Code.CANDIDATE_FLAGGED, "analysis flagged the candidate; no worker was started");
    return Code.CANDIDATE_FLAGGED.exit();
  }
}
