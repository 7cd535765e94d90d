package dev.glovebox.host.app.command;

import dev.glovebox.host.app.Surroundings;
import dev.glovebox.host.app.client.HostAddress;
import dev.glovebox.host.app.client.HostClient;
import dev.glovebox.host.app.host.PrivateHost;
import dev.glovebox.host.app.spec.FlagValues;
import dev.glovebox.host.app.spec.LimitsFile;
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

  @Mixin private SpecFlags flags = new SpecFlags();

  @Option(
      names = "--spec",
      paramLabel = "FILE",
      description = "The RunSpec, TOML; instead of the flags that are shorthand for its fields.")
  private @Nullable Path specFile;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder for the report files and, of a private host, the signed log.")
  private @Nullable Path outFolder;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "State of the private host (a temporary folder, removed at the end).")
  private @Nullable Path dataFolder;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      description = "Another host: unix:PATH, or HOST:PORT with --identity.")
  private @Nullable String hostAddress;

  @Option(
      names = "--identity",
      paramLabel = "DIR",
      description = "Folder with certificate.pem, key.pem and ca.pem for --host HOST:PORT.")
  private @Nullable Path identity;

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
    SpecDraft draft = draft();
    // Made before the run, so that a folder that cannot be written costs nobody a run.
    out = Optional.ofNullable(outFolder).map(OutFolder::new);
    return hostAddress == null ? onPrivateHost(draft) : onOtherHost(draft, hostAddress);
  }

  private SpecDraft draft() {
    FlagValues values = flags.values();
    if (specFile == null) {
      return values.draft();
    }
    if (!values.isEmpty()) {
      throw new Refusal(
          Code.ARGUMENT_INVALID,
          "--spec says it all; no STRATEGY and no flag of the RunSpec may follow");
    }
    SpecDraft draft = SpecFile.read(specFile);
    return switch (draft.kind()) {
      case SpecDraft.Kind.Backtest _ -> draft;
      case SpecDraft.Kind.Paper _ ->
          throw new Refusal(
              Code.SPEC_INVALID, "mode: is PAPER; backtest takes BACKTEST, run takes both");
    };
  }

  private int onOtherHost(SpecDraft draft, String address) {
    if (dataFolder != null) {
      throw new Refusal(
          Code.ARGUMENT_INVALID, "--data is a private host's; it does not go with --host");
    }
    HostAddress parsed;
    try {
      parsed = HostAddress.parse(address, Optional.ofNullable(identity));
    } catch (IllegalArgumentException e) {
      throw new Refusal(Code.ARGUMENT_INVALID, String.valueOf(e.getMessage()));
    }
    try (HostClient client = new HostClient(parsed)) {
      RunResult result = request(client).run(draft, RunRequest.limitsHash(draft));
      return report(result, Optional.empty());
    }
  }

  private int onPrivateHost(SpecDraft draft) {
    if (identity != null) {
      throw new Refusal(Code.ARGUMENT_INVALID, "--identity goes with --host HOST:PORT");
    }
    LimitsFile limits = PrivateHost.limits(surroundings, draft.limits());
    RunRequest.mustBeReadable(draft);
    try (PrivateHost host =
        PrivateHost.start(surroundings, Optional.ofNullable(dataFolder), limits, console::note)) {
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
    return new RunRequest(client, new Progress(console, format == Format.TEXT), out.isPresent());
  }

  private int report(RunResult result, Optional<PrivateHost> host) {
    out.ifPresent(folder -> host.ifPresent(ended -> keep(ended, folder)));
    return switch (result) {
      case RunResult.Flagged(Candidate candidate) -> flagged(candidate, format, console);
      case RunResult.Finished run -> finished(run, out);
    };
  }

  /** Copies what proves what happened on a private host that has ended. */
  static void keep(PrivateHost ended, OutFolder folder) {
    ended.evidence().forEach((name, path) -> folder.copyTree(path, name));
    ended.trust().ifPresent(trust -> folder.write(Map.of("trust.json", trust)));
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

  private int finished(RunResult.Finished run, Optional<OutFolder> out) {
    out.ifPresent(folder -> folder.write(run.files()));
    return ReportText.result(run, format, console);
  }
}
