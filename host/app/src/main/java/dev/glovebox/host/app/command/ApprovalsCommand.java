package dev.glovebox.host.app.command;

import dev.glovebox.host.app.client.GateClient;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Json;
import dev.glovebox.proto.api.v1.Approval;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code approvals}: lists the team's promotions and run grants. */
@Command(
    name = "approvals",
    mixinStandardHelpOptions = true,
    description = "Lists the team's promotions and run grants, newest first.")
public final class ApprovalsCommand implements Callable<Integer> {
  /** Most approvals that are printed. */
  static final int APPROVALS_MAX = 10_000;

  private final Console console;

  @Mixin private ServedFlags served = new ServedFlags();

  @Option(names = "--format", paramLabel = "text|json", description = "Form of the result (text).")
  private Format format = Format.TEXT;

  /** Makes the command. */
  public ApprovalsCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    List<Approval> approvals;
    try (GateClient client = new GateClient(served.address())) {
      approvals = client.approvals(APPROVALS_MAX);
    }
    switch (format) {
      case TEXT -> approvals.forEach(approval -> console.line(ApprovalText.line(approval)));
      case JSON ->
          console.json(
              Json.of(
                  Map.of(
                      "approvals", Json.of(approvals.stream().map(ApprovalText::json).toList()))));
    }
    return Code.OK.exit();
  }
}
