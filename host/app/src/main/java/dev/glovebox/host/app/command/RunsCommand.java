package dev.glovebox.host.app.command;

import com.google.protobuf.Timestamp;
import dev.glovebox.host.app.client.HostClient;
import dev.glovebox.host.clock.UtcText;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Json;
import dev.glovebox.host.model.UntrustedText;
import dev.glovebox.proto.api.v1.Run;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code runs}: lists the runs of a host that the caller may read. */
@Command(
    name = "runs",
    mixinStandardHelpOptions = true,
    description = "Lists a host's runs, newest first; an agent sees its own.",
    footer = {"", "Exit: 0; 2 usage; 3 no host answered."})
public final class RunsCommand implements Callable<Integer> {
  /** Version of the JSON form. */
  static final int VERSION = 1;

  /** Most runs that are listed. */
  static final int RUNS_MAX = 1_000;

  private static final long MICROS_PER_SECOND = 1_000_000;
  private static final int NANOS_PER_MICRO = 1_000;

  private final Console console;

  @Mixin private ServedFlags served = new ServedFlags();

  @Option(names = "--format", paramLabel = "text|json", description = "Form of the result (text).")
  private Format format = Format.TEXT;

  /** Makes the command. */
  public RunsCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    try (HostClient client = new HostClient(served.address())) {
      List<Run> runs = client.runs(RUNS_MAX);
      switch (format) {
        case TEXT -> runs.forEach(run -> console.line(line(run)));
        case JSON ->
            console.json(
                Json.of(
                    Map.of(
                        "version", Json.of(VERSION),
                        "runs", Json.of(runs.stream().map(RunsCommand::json).toList()))));
      }
      return Code.OK.exit();
    }
  }

  /** Returns one run as a line: name, mode, state, code, start, account. */
  static String line(Run run) {
    return String.join(
        "  ",
        shown(run.getName()),
        word(run.getMode().name(), "MODE_"),
        word(run.getState().name(), "RUN_STATE_"),
        run.getCode().isEmpty() ? "-" : shown(run.getCode()),
        time(run.getStartTime()),
        run.getAccount().isEmpty() ? "-" : shown(run.getAccount()));
  }

  /** Returns one run under the names of the API. */
  static Json.Obj json(Run run) {
    TreeMap<String, Json> members = new TreeMap<>();
    members.put("name", Json.of(run.getName()));
    members.put("owner", Json.of(run.getOwner()));
    members.put("mode", Json.of(word(run.getMode().name(), "MODE_")));
    members.put("state", Json.of(word(run.getState().name(), "RUN_STATE_")));
    members.put("artifact_sha256", Json.of(run.getArtifactSha256()));
    members.put("runspec_sha256", Json.of(run.getRunspecSha256()));
    members.put("account", Json.of(run.getAccount()));
    members.put("run_grant", Json.of(run.getRunGrant()));
    members.put("code", Json.of(run.getCode()));
    members.put("start_time", Json.of(time(run.getStartTime())));
    members.put("end_time", Json.of(run.hasEndTime() ? time(run.getEndTime()) : ""));
    return Json.of(members);
  }

  private static String word(String name, String prefix) {
    return name.startsWith(prefix) ? name.substring(prefix.length()) : name;
  }

  private static String time(Timestamp time) {
    return UtcText.text(time.getSeconds() * MICROS_PER_SECOND + time.getNanos() / NANOS_PER_MICRO);
  }

  private static String shown(String text) {
    return new UntrustedText(text).forTerminal();
  }
}
