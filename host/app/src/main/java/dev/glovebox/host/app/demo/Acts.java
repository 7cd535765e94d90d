package dev.glovebox.host.app.demo;

import dev.glovebox.host.app.client.HostClient;
import dev.glovebox.host.app.command.Findings;
import dev.glovebox.host.app.command.RunRequest;
import dev.glovebox.host.app.command.RunResult;
import dev.glovebox.host.app.host.PrivateHost;
import dev.glovebox.host.app.spec.FlagValues;
import dev.glovebox.host.app.spec.SpecDraft;
import dev.glovebox.host.app.spec.SpecDraft.Source;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Json;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.model.Sha256;
import dev.glovebox.host.model.UntrustedText;
import dev.glovebox.jail.Tier;
import dev.glovebox.proto.api.v1.Candidate;
import dev.glovebox.proto.api.v1.Finding;
import dev.glovebox.proto.api.v1.FindingSeverity;
import dev.glovebox.proto.api.v1.Series;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What candidates do in the demo, on one private host. */
final class Acts implements AutoCloseable {
  private static final String BARS = "appleinc_bars_from_20130101_usd.csv";
  private static final int FINDINGS_SHOWN_MAX = 6;
  private static final int FILLS_SHOWN_MAX = 3;

  private final PrivateHost host;
  private final HostClient client;
  private final Story story;
  private final Path work;
  private final Path bars;
  private Optional<String> digest = Optional.empty();
  private Optional<Sha256> artifact = Optional.empty();
  private Optional<Sha256> series = Optional.empty();

  /** Puts the samples and the bars into {@code work}. */
  Acts(PrivateHost host, Path work, Story story) throws IOException {
    this.host = host;
    this.story = story;
    this.work = work;
    this.bars = work.resolve("AAPL.csv");
    resource("/" + BARS, bars);
    for (String sample : List.of("sma_cross.py", "thief.py", "endless.py", "draft.py")) {
      resource(sample, work.resolve(sample));
    }
    this.client = host.client();
  }

  void box() {
    story.step("The box");
    story.fact("isolation", "tier " + host.tier().tier().text());
    story.fact("", String.join(", ", host.tier().measures()));
    if (host.tier().tier() == Tier.PROCESS) {
      story.fact("limit", "a breakout from the guest engine would run as your user;");
      story.fact("", "./glovebox doctor tells what tier bwrap needs.");
    }
    story.fact(
        "host", "a private one, on a socket that only you can reach; its state is temporary");
  }

  void honest() {
    story.step("An honest strategy: a moving-average cross on Apple's daily bars of 2013");
    Notes notes = new Notes();
    RunResult result = run("sma_cross.py", "on", List.of(), notes);
    if (result instanceof RunResult.Finished run) {
      story.fact("submitted", notes.candidate.getName());
      story.fact("", "sha256 " + notes.candidate.getArtifactSha256());
      story.fact(
          "analysed",
          notes.candidate.getFindingsCount()
              + " findings; rules "
              + shortened(notes.candidate.getRuleSetSha256()));
      story.fact("prepared", "normal form " + shortened(notes.candidate.getPreparedSha256()));
      story.fact(
          "imported",
          notes.series.getBars()
              + " bars, series "
              + shortened(notes.series.getName().replaceAll(".*/", "")));
      story.promise(
          "ran",
          run.text("outcome").orElse("")
              + " "
              + run.code()
              + ": bars "
              + run.text("bars_completed").orElse("")
              + " of "
              + run.text("bars").orElse(""),
          run.code() == Code.OK);
      fills(run);
      story.fact(
          "result",
          "return "
              + run.metric("total_return").orElse("-")
              + ", drawdown "
              + run.metric("max_drawdown").orElse("-")
              + ", equity "
              + run.metric("final_equity").orElse("-")
              + " of 100000");
      digest = run.text("decision_digest");
      artifact = Optional.of(new Sha256(notes.candidate.getArtifactSha256()));
      series = Optional.of(new Sha256(notes.series.getName().replaceAll(".*/", "")));
      story.fact("decisions", "one for each bar, " + digest.orElse(""));
    } else {
      story.promise("flagged", "an honest strategy must not be", false);
    }
  }

  void thief() {
    story.step("A malicious strategy: it looks for files, processes, the network, the host's Java");
    Notes notes = new Notes();
    RunResult flagged = run("thief.py", "on", List.of(), notes);
    story.promise(
        "analysis", "flagged, and no worker was started", flagged instanceof RunResult.Flagged);
    if (flagged instanceof RunResult.Flagged(Candidate candidate)) {
      List<Finding> errors =
          candidate.getFindingsList().stream()
              .filter(one -> one.getSeverity() == FindingSeverity.FINDING_SEVERITY_ERROR)
              .toList();
      errors.stream()
          .limit(FINDINGS_SHOWN_MAX)
          .forEach(finding -> story.fact("", Findings.line(candidate, finding)));
      if (errors.size() > FINDINGS_SHOWN_MAX) {
        story.fact("", "and " + (errors.size() - FINDINGS_SHOWN_MAX) + " more");
      }
    }
    story.fact("once more", "with analysis off, which the log records: isolation is the control");
    Path canary = work.resolve("canary");
    RunResult result = run("thief.py", "off", List.of("canary=" + canary), notes);
    notes.lines.forEach(line -> story.fact("it logged", line.forTerminal()));
    if (result instanceof RunResult.Finished run) {
      story.fact(
          "ended",
          run.text("outcome").orElse("")
              + " "
              + run.code()
              + (run.message().raw().isEmpty() ? "" : ": " + run.message().forTerminal()));
    }
    story.promise(
        "harmless",
        Files.exists(canary) ? "it wrote " + canary : "nothing it tried worked; no file was made",
        !Files.exists(canary)
            && notes.lines.stream().noneMatch(line -> line.raw().contains("IT WORKED")));
  }

  void endless() {
    story.step("An endless strategy: while True: pass");
    RunResult result = run("endless.py", "on", List.of(), new Notes());
    if (result instanceof RunResult.Finished run) {
      story.promise(
          "stopped",
          run.code()
              + ", observed by "
              + run.text("observed_by").orElse("")
              + ", after "
              + run.text("bars_completed").orElse("")
              + " completed bars; the worker is dead",
          run.code() == Code.BUDGET_EXCEEDED);
    } else {
      story.promise("flagged", "loops are warnings; the budget is the control", false);
    }
    SpecDraft honest = draft("sma_cross.py", "on", List.of());
    boolean same =
        artifact.isPresent()
            && series.isPresent()
            && run(honest.over(new Source.OfHash(artifact.get()), series.get()), new Notes())
                instanceof RunResult.Finished again
            && again.text("decision_digest").equals(digest);
    story.promise("the host", same ? "lives: step 2 again, same decision digest" : "differs", same);
  }

  @Override
  public void close() {
    client.close();
  }

  private RunResult run(String sample, String analysis, List<String> parameters, Notes notes) {
    SpecDraft draft = draft(sample, analysis, parameters);
    return run(series.map(known -> draft.over(draft.artifact(), known)).orElse(draft), notes);
  }

  private RunResult run(SpecDraft draft, Notes notes) {
    return new RunRequest(client, notes).run(draft, Optional.empty());
  }

  private SpecDraft draft(String sample, String analysis, List<String> parameters) {
    return FlagValues.of(work.resolve(sample), null, List.of("AAPL=" + bars), parameters)
        .with("--analysis", analysis)
        .with("--fee-bps", "5")
        .draft();
  }

  private void fills(RunResult.Finished run) {
    long count = run.fills().count();
    story.promise("fills", count + ", each at the open after its decision", count > 0);
    run.fills().first().stream().limit(FILLS_SHOWN_MAX).forEach(line -> story.fact("", line));
  }

  private static String shortened(String hash) {
    return hash.length() > 16 ? hash.substring(0, 16) + "..." : hash;
  }

  static void resource(String name, Path target) throws IOException {
    try (InputStream bytes = Acts.class.getResourceAsStream(name)) {
      if (bytes == null) {
        throw new Refusal(Code.FILE_UNREADABLE, "the build lacks " + name);
      }
      Files.copy(bytes, target);
    }
  }

  /** Keeps what a run told on its way. */
  private static final class Notes implements RunRequest.Watcher {
    private Candidate candidate = Candidate.getDefaultInstance();
    private Series series = Series.getDefaultInstance();
    private final List<UntrustedText> lines = new ArrayList<>();

    @Override
    public void submitted(Candidate submitted) {
      candidate = submitted;
    }

    @Override
    public void imported(Series imported) {
      series = imported;
    }

    @Override
    public void started(String run, Json.Obj spec) {}

    @Override
    public void progress(long barsCompleted, long bars) {}

    @Override
    public void logged(UntrustedText line) {
      lines.add(line);
    }
  }
}
