package dev.glovebox.host.app.command;

import dev.glovebox.host.app.client.HostClient;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Json;
import dev.glovebox.host.model.UntrustedText;
import dev.glovebox.proto.api.v1.Analysis;
import dev.glovebox.proto.api.v1.AnalyzeSourceResponse;
import dev.glovebox.proto.api.v1.Candidate;
import dev.glovebox.proto.api.v1.CandidateState;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code submit}: hands a strategy in and prints what analysis found. */
@Command(
    name = "submit",
    mixinStandardHelpOptions = true,
    description = "Hands a strategy in; prints the candidate and what analysis found.",
    footer = {"", "Exit: 0 clean; 1 flagged or refused; 2 usage; 3 could not tell."})
public final class SubmitCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(
      paramLabel = "FILE",
      description = "The strategy's source: .py is Python, .java Java.")
  private Path file = Path.of("");

  @Option(
      names = "--dry-run",
      description = "Only analyse it: the host keeps nothing and there is no candidate.")
  private boolean dryRun;

  @Mixin private ServedFlags served = new ServedFlags();

  @Option(names = "--format", paramLabel = "text|json", description = "Form of the result (text).")
  private Format format = Format.TEXT;

  /** Makes the command. */
  public SubmitCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    byte[] source = RunRequest.source(file);
    String name = String.valueOf(file.getFileName());
    Code verdict;
    try (HostClient client = new HostClient(served.address())) {
      verdict = dryRun ? analysed(client, source, name) : submitted(client, source, name);
    }
    switch (verdict) {
      case CANDIDATE_FLAGGED -> console.failure(verdict, "analysis flagged the candidate");
      case PREPARATION_REFUSED -> console.failure(verdict, "the candidate can never run");
      default -> {}
    }
    return verdict.exit();
  }

  /** Hands the source in; returns what is wrong with it, or OK. */
  private Code submitted(HostClient client, byte[] source, String name) {
    Candidate candidate = client.submit(source, name, Analysis.ANALYSIS_ON);
    switch (format) {
      case TEXT -> {
        console.line(CandidateText.line(candidate));
        candidate
            .getFindingsList()
            .forEach(finding -> console.line(Findings.line(candidate, finding)));
        if (candidate.hasPreparationRefusal() && !isFound(candidate)) {
          console.line(Findings.line(candidate, candidate.getPreparationRefusal()));
        }
      }
      case JSON -> console.json(CandidateText.json(candidate));
    }
    if (candidate.getState() == CandidateState.CANDIDATE_STATE_FLAGGED) {
      return Code.CANDIDATE_FLAGGED;
    }
    return candidate.hasPreparationRefusal() ? Code.PREPARATION_REFUSED : Code.OK;
  }

  /** Whether analysis says the same already. */
  private static boolean isFound(Candidate candidate) {
    String code = candidate.getPreparationRefusal().getCode();
    return candidate.getFindingsList().stream().anyMatch(one -> one.getRule().equals(code));
  }

  /** Asks for the findings alone; returns whether the source would be flagged. */
  private Code analysed(HostClient client, byte[] source, String name) {
    AnalyzeSourceResponse answer = client.analyze(source, name);
    switch (format) {
      case TEXT ->
          answer.getFindingsList().forEach(finding -> console.line(Findings.line(name, finding)));
      case JSON ->
          console.json(
              Json.of(
                  Map.of(
                      "artifact_sha256", new UntrustedText(answer.getArtifactSha256()).forJson(),
                      "rule_set_sha256", new UntrustedText(answer.getRuleSetSha256()).forJson(),
                      "flagged", Json.of(answer.getFlagged()),
                      "findings", Findings.json(answer.getFindingsList()))));
    }
    console.note("dry run: the host kept nothing");
    return answer.getFlagged() ? Code.CANDIDATE_FLAGGED : Code.OK;
  }
}
