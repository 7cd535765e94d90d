package dev.glovebox.host.app.command;

import dev.glovebox.host.app.client.HostClient;
import dev.glovebox.host.model.Code;
import dev.glovebox.proto.api.v1.Analysis;
import dev.glovebox.proto.api.v1.Candidate;
import dev.glovebox.proto.api.v1.CandidateState;
import java.nio.file.Path;
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

  @Parameters(paramLabel = "FILE", description = "The strategy's source, Python.")
  private Path file = Path.of("");

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
    Candidate candidate;
    try (HostClient client = new HostClient(served.address())) {
      candidate = client.submit(source, String.valueOf(file.getFileName()), Analysis.ANALYSIS_ON);
    }
    switch (format) {
      case TEXT -> {
        console.line(CandidateText.line(candidate));
        candidate
            .getFindingsList()
            .forEach(finding -> console.line(Findings.line(candidate, finding)));
      }
      case JSON -> console.json(CandidateText.json(candidate));
    }
    if (candidate.getState() == CandidateState.CANDIDATE_STATE_FLAGGED) {
      console.failure(Code.CANDIDATE_FLAGGED, "analysis flagged the candidate");
      return Code.CANDIDATE_FLAGGED.exit();
    }
    return Code.OK.exit();
  }
}
