package dev.glovebox.host.app.command;

import dev.glovebox.host.app.client.HostClient;
import dev.glovebox.host.app.client.ReportSink;
import dev.glovebox.host.app.spec.LimitsFile;
import dev.glovebox.host.app.spec.SpecDraft;
import dev.glovebox.host.app.spec.SpecDraft.Source;
import dev.glovebox.host.app.spec.SpecMessage;
import dev.glovebox.host.app.spec.SpecMessage.ImportedSeries;
import dev.glovebox.host.candidate.Candidates;
import dev.glovebox.host.model.CanonicalJson;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Json;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.model.Sha256;
import dev.glovebox.host.model.UntrustedText;
import dev.glovebox.host.report.page.ReportPage;
import dev.glovebox.proto.api.v1.Candidate;
import dev.glovebox.proto.api.v1.CandidateState;
import dev.glovebox.proto.api.v1.RunEnded;
import dev.glovebox.proto.api.v1.RunSpec;
import dev.glovebox.proto.api.v1.Series;
import dev.glovebox.proto.api.v1.StartRunResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Walks one draft through a host: submit, import, start, watch, report. */
public final class RunRequest {
  private final HostClient host;
  private final Watcher watcher;
  private final Optional<OutFolder> out;

  /** Asks {@code host}; {@code watcher} is told on the way. */
  public RunRequest(HostClient host, Watcher watcher) {
    this(host, watcher, Optional.empty());
  }

  /**
   * Asks {@code host}; {@code watcher} is told on the way.
   *
   * @param out where the files of the report go; empty: they stay where they are
   */
  public RunRequest(HostClient host, Watcher watcher, Optional<OutFolder> out) {
    this.host = host;
    this.watcher = watcher;
    this.out = out;
  }

  /** Is told what happens on the way. */
  public interface Watcher {
    /** The candidate was analysed and prepared, now or before. */
    void submitted(Candidate candidate);

    /** A bar file was imported. */
    void imported(Series series);

    /** The run began with this RunSpec. */
    void started(String run, Json.Obj spec);

    /** Bars are done. */
    void progress(long barsCompleted, long bars);

    /** The strategy logged a line. */
    void logged(UntrustedText line);

    /** A file that was asked for is not there, and why. */
    default void without(String file, Refusal why) {}
  }

  /** Runs {@code draft} with {@code limits}; empty = the host's own. */
  public RunResult run(SpecDraft draft, Optional<Sha256> limits) {
    return run(draft, limits, "");
  }

  /**
   * Runs {@code draft}.
   *
   * @param grant {@code teams/T/grants/G}; empty = none
   */
  RunResult run(SpecDraft draft, Optional<Sha256> limits, String grant) {
    return switch (named(draft, limits)) {
      case Named.Flagged(Candidate candidate) -> new RunResult.Flagged(candidate);
      case Named.Spec(RunSpec spec) -> finished(start(spec, grant));
    };
  }

  /** A draft whose files the host has. */
  sealed interface Named {
    /** The RunSpec that names them by hash. */
    record Spec(RunSpec spec) implements Named {}

    /** Analysis flagged the candidate: it will not run. */
    record Flagged(Candidate candidate) implements Named {}
  }

  /**
   * Submits and imports what {@code draft} names. What the caller handed in before is used as it
   * is: a file says which candidate is meant, by its hash. What runs behind the gates must have
   * been handed in.
   */
  Named named(SpecDraft draft, Optional<Sha256> limits) {
    boolean gated = draft.kind() instanceof SpecDraft.Kind.Paper;
    Sha256 artifact;
    switch (draft.artifact()) {
      case Source.OfHash(Sha256 hash) -> artifact = hash;
      case Source.OfFile(Path file) when gated -> artifact = Sha256.of(source(file));
      case Source.OfFile(Path file) -> {
        byte[] source = source(file);
        Candidate candidate =
            host.earlier(Sha256.of(source), draft.analysis(), draft.fileName())
                .orElseGet(() ->
                    host.submit(source, draft.fileName(), SpecMessage.analysis(draft.analysis())));
        watcher.submitted(candidate);
        if (candidate.getState() == CandidateState.CANDIDATE_STATE_FLAGGED) {
          return new Named.Flagged(candidate);
        }
        artifact = new Sha256(candidate.getArtifactSha256());
      }
    }
    List<ImportedSeries> series = new ArrayList<>();
    for (SpecDraft.Instrument instrument : draft.instruments()) {
      series.add(imported(instrument, gated));
    }
    return new Named.Spec(SpecMessage.write(draft.under(host.parent()), artifact, series, limits));
  }

  /** A run that was started. */
  record Started(String run, Json.Obj spec) {}

  /** Starts a run. */
  Started start(RunSpec spec, String grant) {
    StartRunResponse started = host.start(spec, grant);
    Json.Obj used = object(started.getRunSpecJson());
    watcher.started(started.getRun(), used);
    return new Started(started.getRun(), used);
  }

  /** Watches a run to its end and fetches what it left. */
  RunResult.Finished finished(Started started) {
    AtomicReference<RunEnded> last = new AtomicReference<>(RunEnded.getDefaultInstance());
    host.watch(
        started.run(),
        event -> {
          switch (event.getEventCase()) {
            case PROGRESS ->
                watcher.progress(
                    event.getProgress().getBarsCompleted(), event.getProgress().getBars());
            case LOG -> watcher.logged(new UntrustedText(event.getLog().getLine()));
            case ENDED -> last.set(event.getEnded());
            case EVENT_NOT_SET -> {}
          }
        });
    RunEnded ended = last.get();
    if (ended.getReportJson().isEmpty()) {
      throw new Refusal(Code.HOST_UNREACHABLE, "the host went away before the run was over");
    }
    return new RunResult.Finished(
        started.run(),
        started.spec(),
        object(ended.getReportJson()),
        ended.getLogPosition(),
        new UntrustedText(ended.getMessage()),
        fetched(started.run()));
  }

  private FillLines fetched(String run) {
    FillLines.Reader fills = new FillLines.Reader();
    if (out.isEmpty()) {
      host.report(run, fills, FillLines.FILE);
      return fills.lines();
    }
    try (OutFolder.Incoming incoming = out.get().incoming()) {
      files(
          run,
          (name, data, last) -> {
            fills.take(name, data, last);
            incoming.take(name, data, last);
          });
    }
    return fills.lines();
  }

  /** The page is a view of the other files: a host that cannot make it still has a result. */
  void files(String run, ReportSink sink) {
    host.report(run, sink);
    try {
      host.report(run, sink, ReportPage.FILE_NAME);
    } catch (Refusal e) {
      watcher.without(ReportPage.FILE_NAME, e);
    }
  }

  /**
   * Returns the host's series of an instrument.
   *
   * @param known whether it must have been imported before; else what is there is used only if the
   *     draft says the interval, since the same bytes may have been read with another one
   */
  private ImportedSeries imported(SpecDraft.Instrument instrument, boolean known) {
    Series series =
        switch (instrument.bars()) {
          case Source.OfHash(Sha256 hash) -> host.series(hash.hex());
          case Source.OfFile(Path file) ->
              (known || instrument.intervalSeconds() != 0
                      ? earlier(file, instrument)
                      : Optional.<Series>empty())
                  .orElseGet(() -> imported(file, instrument));
        };
    watcher.imported(series);
    String name = series.getName();
    return new ImportedSeries(
        new Sha256(name.substring(name.lastIndexOf('/') + 1)),
        series.getPriceScale(),
        series.getBars());
  }

  private Series imported(Path file, SpecDraft.Instrument instrument) {
    return instrument.ticks()
        ? host.importTicks(file, instrument.stamp(), instrument.intervalSeconds())
        : host.importSeries(file, instrument.stamp(), instrument.intervalSeconds());
  }

  /** Returns what the host made of the same bytes before, read in the same way. */
  private Optional<Series> earlier(Path file, SpecDraft.Instrument instrument) {
    String source = hash(file).hex();
    return host.findSeries(series ->
        series.getSourceSha256().equals(source)
            && series.getStamp() == SpecMessage.stamp(instrument.stamp())
            && series.getTicksSha256().isEmpty() != instrument.ticks()
            && (instrument.intervalSeconds() == 0
                || series.getIntervalSeconds() == instrument.intervalSeconds()));
  }

  private static Sha256 hash(Path file) {
    MessageDigest digest = Sha256.newDigest();
    try (InputStream bytes = new DigestInputStream(Files.newInputStream(file), digest)) {
      long _ = bytes.transferTo(OutputStream.nullOutputStream());
      return Sha256.ofDigest(digest.digest());
    } catch (IOException e) {
      throw new Refusal(Code.FILE_UNREADABLE, file + " cannot be read");
    }
  }

  /** Returns the bytes of a source; nothing of it is understood here. */
  static byte[] source(Path file) {
    try {
      if (!Files.isRegularFile(file)) {
        throw new Refusal(Code.FILE_UNREADABLE, file + " is missing or no file");
      }
      if (Files.size(file) > Candidates.SOURCE_BYTES_MAX) {
        throw new Refusal(
            Code.SOURCE_TOO_LARGE,
            file + " has more than " + Candidates.SOURCE_BYTES_MAX + " bytes");
      }
      byte[] bytes = Files.readAllBytes(file);
      mustBeText(file, bytes);
      return bytes;
    } catch (IOException e) {
      throw new Refusal(Code.FILE_UNREADABLE, file + " cannot be read");
    }
  }

  private static void mustBeText(Path file, byte[] bytes) {
    try {
      CharSequence text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      if (text.chars().noneMatch(c -> c == 0)) {
        return;
      }
    } catch (CharacterCodingException e) {
      // The same answer: no text that a strategy could be.
    }
    throw new Refusal(Code.FILE_UNREADABLE, file + " is binary, not UTF-8 text");
  }

  /** Refuses early, before any host is started, what the user's files alone decide. */
  static void mustBeReadable(SpecDraft draft) {
    if (draft.artifact() instanceof Source.OfFile(Path file)) {
      byte[] _ = source(file);
    }
    for (SpecDraft.Instrument instrument : draft.instruments()) {
      if (instrument.bars() instanceof Source.OfFile(Path file) && !Files.isReadable(file)) {
        throw new Refusal(Code.FILE_UNREADABLE, file + " is missing or unreadable");
      }
    }
  }

  /** Returns the limits file's hash for a draft, reading the file if it names one. */
  static Optional<Sha256> limitsHash(SpecDraft draft) {
    return draft
        .limits()
        .map(source ->
            switch (source) {
              case Source.OfHash(Sha256 hash) -> hash;
              case Source.OfFile(Path file) -> LimitsFile.read(file).hash();
            });
  }

  /** Returns the canonical object that a host sent. */
  static Json.Obj object(String text) {
    try {
      if (CanonicalJson.parse(text.getBytes(StandardCharsets.UTF_8)) instanceof Json.Obj object) {
        return object;
      }
    } catch (IllegalArgumentException e) {
      // The same answer: not what this build writes.
    }
    throw new Refusal(Code.INTERNAL, "the host sent a document that is not canonical JSON");
  }
}
