package dev.glovebox.host.app;

import dev.glovebox.host.app.client.HostClient;
import dev.glovebox.host.app.command.RunRequest;
import dev.glovebox.host.app.command.RunResult;
import dev.glovebox.host.app.host.Images;
import dev.glovebox.host.app.host.PrivateHost;
import dev.glovebox.host.app.spec.FlagValues;
import dev.glovebox.host.app.spec.SpecDraft;
import dev.glovebox.host.model.Json;
import dev.glovebox.host.model.UntrustedText;
import dev.glovebox.proto.api.v1.Candidate;
import dev.glovebox.proto.api.v1.Series;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/**
 * One private host for many tests: real PostgreSQL, real log, real child processes.
 *
 * <p>Children run from the images that {@code package} lays out; where those are missing the test
 * is skipped and says so.
 */
final class PrivateHostFixture implements AutoCloseable {
  private static final String AAPL = "/appleinc_bars_from_20130101_usd.csv";

  private final Path folder;
  private final PrivateHost host;
  private final HostClient client;
  private final Map<String, SpecDraft.Source> knownBars = new HashMap<>();
  private int sources;

  /** Starts the host; {@code folder} takes sources and bars. */
  PrivateHostFixture(Path folder) {
    Surroundings surroundings = Surroundings.ofThisProcess();
    List<Images.Place> missing =
        new Images(surroundings).places().stream().filter(place -> !place.isThere()).toList();
    Assumptions.assumeTrue(missing.isEmpty(), "missing capability: images; run mvn verify");
    this.folder = folder;
    this.host =
        PrivateHost.start(
            surroundings,
            Optional.empty(),
            PrivateHost.limits(surroundings, Optional.empty()),
            note -> {});
    this.client = host.client();
  }

  /** What a run told, and how it ended. */
  record Told(RunResult result, List<String> log, Candidate candidate) {
    RunResult.Finished finished() {
      if (result instanceof RunResult.Finished finished) {
        return finished;
      }
      throw new AssertionError("flagged: " + candidate.getFindingsList());
    }
  }

  PrivateHost host() {
    return host;
  }

  /** Returns Apple's daily bars of 2013, from the jar. */
  Path aapl() {
    Path file = folder.resolve("AAPL.csv");
    if (!Files.exists(file)) {
      try (InputStream bytes = PrivateHostFixture.class.getResourceAsStream(AAPL)) {
        Files.copy(java.util.Objects.requireNonNull(bytes), file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return file;
  }

  /** Describes a run of {@code source} over {@code bars}. */
  FlagValues flags(String source, Path bars, String... parameters) {
    Path file = folder.resolve("strategy" + sources++ + ".py");
    try {
      Files.writeString(file, source);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return FlagValues.of(file, null, List.of(bars.toString()), List.of(parameters));
  }

  /** Runs over Apple's bars. */
  Told run(String source, String... parameters) {
    return run(flags(source, aapl(), parameters));
  }

  /** Runs; the same bar file is imported once. */
  Told run(FlagValues flags) {
    SpecDraft draft = flags.draft();
    String bars = draft.instruments().getFirst().bars().toString();
    if (knownBars.get(bars) instanceof SpecDraft.Source.OfHash(var hash)) {
      draft = draft.over(draft.artifact(), hash);
    }
    Listener listener = new Listener();
    RunResult result = new RunRequest(client, listener).run(draft, Optional.empty());
    String name = listener.series.getName();
    if (!name.isEmpty()) {
      knownBars.put(
          bars,
          new SpecDraft.Source.OfHash(
              new dev.glovebox.host.model.Sha256(name.substring(name.lastIndexOf('/') + 1))));
    }
    return new Told(result, listener.log, listener.candidate);
  }

  @Override
  public void close() {
    client.close();
    host.close();
  }

  private static final class Listener implements RunRequest.Watcher {
    private Candidate candidate = Candidate.getDefaultInstance();
    private Series series = Series.getDefaultInstance();
    private final List<String> log = new ArrayList<>();

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
      log.add(line.raw());
    }
  }
}
