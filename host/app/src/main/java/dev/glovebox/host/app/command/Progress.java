package dev.glovebox.host.app.command;

import dev.glovebox.host.model.Json;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.model.UntrustedText;
import dev.glovebox.proto.api.v1.Candidate;
import dev.glovebox.proto.api.v1.Series;

/** Tells on stderr how far a run is; the RunSpec in force goes to stdout with a text report. */
final class Progress implements RunRequest.Watcher {
  private final Console console;
  private final boolean specToStdout;

  Progress(Console console, boolean specToStdout) {
    this.console = console;
    this.specToStdout = specToStdout;
  }

  @Override
  public void submitted(Candidate candidate) {
    console.note("candidate " + candidate.getName() + " sha256 " + candidate.getArtifactSha256());
    if (candidate.getRuleSetSha256().isEmpty()) {
      console.note("analysis is off, and the log says so");
    }
  }

  @Override
  public void imported(Series series) {
    console.note(
        "series "
            + series.getName()
            + ": "
            + series.getBars()
            + " bars of "
            + series.getIntervalSeconds()
            + " s, "
            + series.getGaps()
            + " gaps");
  }

  @Override
  public void started(String run, Json.Obj spec) {
    console.note("run " + run);
    if (specToStdout) {
      console.line("runspec          " + Console.ascii(spec));
    }
  }

  @Override
  public void progress(long barsCompleted, long bars) {
    console.note("bars " + barsCompleted + " of " + bars);
  }

  @Override
  public void logged(UntrustedText line) {
    console.note("strategy:", line);
  }

  @Override
  public void without(String file, Refusal why) {
    console.note("no " + file + ": " + why.code() + ", " + why.sentence());
  }
}
