package dev.glovebox.host.app.command;

import dev.glovebox.host.app.client.GateClient;
import dev.glovebox.host.model.Code;
import dev.glovebox.proto.api.v1.Candidate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code withdraw}: takes a candidate out of use for ever and ends its runs. */
@Command(
    name = "withdraw",
    mixinStandardHelpOptions = true,
    description = "Takes a candidate out of use for ever; its runs end, its approvals are dead.")
public final class WithdrawCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "ID", description = "The candidate, cand-... or its whole name.")
  private String id = "";

  @Mixin private ServedFlags served = new ServedFlags();

  @Option(names = "--format", paramLabel = "text|json", description = "Form of the result (text).")
  private Format format = Format.TEXT;

  /** Makes the command. */
  public WithdrawCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Candidate candidate;
    try (GateClient client = new GateClient(served.address())) {
      candidate = client.withdraw(client.name("candidates", id));
    }
    switch (format) {
      case TEXT -> console.line(CandidateText.line(candidate));
      case JSON -> console.json(CandidateText.json(candidate));
    }
    return Code.OK.exit();
  }
}
