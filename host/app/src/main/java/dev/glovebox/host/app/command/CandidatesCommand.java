package dev.glovebox.host.app.command;

import dev.glovebox.host.app.client.GateClient;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Json;
import dev.glovebox.proto.api.v1.Candidate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code candidates}: lists the team's candidates. */
@Command(
    name = "candidates",
    mixinStandardHelpOptions = true,
    description = "Lists the team's candidates, newest first.")
public final class CandidatesCommand implements Callable<Integer> {
  /** Most candidates that are printed. */
  static final int CANDIDATES_MAX = 10_000;

  private final Console console;

  @Mixin private ServedFlags served = new ServedFlags();

  @Option(names = "--format", paramLabel = "text|json", description = "Form of the result (text).")
  private Format format = Format.TEXT;

  /** Makes the command. */
  public CandidatesCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    List<Candidate> candidates;
    try (GateClient client = new GateClient(served.address())) {
      candidates = client.candidates(_ -> true, CANDIDATES_MAX);
    }
    switch (format) {
      case TEXT -> candidates.forEach(candidate -> console.line(CandidateText.line(candidate)));
      case JSON ->
          console.json(
              Json.of(
                  Map.of(
                      "candidates",
                      Json.of(candidates.stream().map(CandidateText::json).toList()))));
    }
    return Code.OK.exit();
  }
}
