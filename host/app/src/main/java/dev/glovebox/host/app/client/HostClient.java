package dev.glovebox.host.app.client;

import com.google.protobuf.ByteString;
import dev.glovebox.host.identity.OwnerId;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.model.Sha256;
import dev.glovebox.proto.api.v1.Analysis;
import dev.glovebox.proto.api.v1.AnalyzeSourceRequest;
import dev.glovebox.proto.api.v1.AnalyzeSourceResponse;
import dev.glovebox.proto.api.v1.Candidate;
import dev.glovebox.proto.api.v1.CandidateServiceGrpc;
import dev.glovebox.proto.api.v1.CandidateState;
import dev.glovebox.proto.api.v1.CheckServiceGrpc;
import dev.glovebox.proto.api.v1.GetRunReportRequest;
import dev.glovebox.proto.api.v1.GetRunReportResponse;
import dev.glovebox.proto.api.v1.GetSeriesRequest;
import dev.glovebox.proto.api.v1.ListCandidatesRequest;
import dev.glovebox.proto.api.v1.ListCandidatesResponse;
import dev.glovebox.proto.api.v1.ListRunsRequest;
import dev.glovebox.proto.api.v1.ListRunsResponse;
import dev.glovebox.proto.api.v1.ListSeriesRequest;
import dev.glovebox.proto.api.v1.ListSeriesResponse;
import dev.glovebox.proto.api.v1.Run;
import dev.glovebox.proto.api.v1.RunServiceGrpc;
import dev.glovebox.proto.api.v1.RunSpec;
import dev.glovebox.proto.api.v1.Series;
import dev.glovebox.proto.api.v1.SeriesServiceGrpc;
import dev.glovebox.proto.api.v1.StartCheckRequest;
import dev.glovebox.proto.api.v1.StartRunRequest;
import dev.glovebox.proto.api.v1.StartRunResponse;
import dev.glovebox.proto.api.v1.StopRunRequest;
import dev.glovebox.proto.api.v1.SubmitCandidateRequest;
import dev.glovebox.proto.api.v1.WatchCheckRequest;
import dev.glovebox.proto.api.v1.WatchCheckResponse;
import dev.glovebox.proto.api.v1.WatchRunRequest;
import dev.glovebox.proto.api.v1.WatchRunResponse;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * What the command line asks of a host.
 *
 * <p>Every call throws the {@link Refusal} that the host gave, or HOST_UNREACHABLE.
 */
public final class HostClient implements AutoCloseable {
  /** Largest report file that is taken as a whole, in bytes. */
  static final int SMALL_FILE_BYTES_MAX = 16 * 1024 * 1024;

  /** Most candidates with the same bytes that are looked at. */
  private static final int CANDIDATES_MAX = 1000;

  private final Channels channels;
  private final String parent;
  private final Optional<OwnerId> owner;

  /** Connects to {@code address} on the first call. */
  public HostClient(HostAddress address) {
    this.parent = "teams/" + ClientTeam.at(address);
    this.owner = ClientTeam.ownerAt(address);
    this.channels = new Channels(address);
  }

  /** Submits a source; the answer holds the findings. */
  public Candidate submit(byte[] source, String fileName, Analysis analysis) {
    return Answers.call(() ->
        CandidateServiceGrpc.newBlockingStub(channels.channel())
            .submitCandidate(
                SubmitCandidateRequest.newBuilder()
                    .setParent(parent)
                    .setSource(ByteString.copyFrom(source))
                    .setLanguage(SourceName.language(fileName))
                    .setFileName(fileName)
                    .setAnalysis(analysis)
                    .build())
            .getCandidate());
  }

  /**
   * Returns a candidate of the caller with exactly these bytes, handed in with or without analysis
   * and neither withdrawn nor left half examined: a promoted one first, then the newest.
   */
  public Optional<Candidate> earlier(Sha256 artifact, boolean analysed) {
    List<Candidate> usable =
        Listing.taken(
            token -> candidatesPage(artifact, token),
            candidate ->
                owner.map(id -> id.text().equals(candidate.getOwner())).orElse(true)
                    && candidate.getRuleSetSha256().isEmpty() != analysed
                    && usable(candidate),
            CANDIDATES_MAX);
    return usable.stream()
        .filter(candidate -> candidate.getState() == CandidateState.CANDIDATE_STATE_PROMOTED)
        .findFirst()
        .or(() -> usable.stream().findFirst());
  }

  private static boolean usable(Candidate candidate) {
    return switch (candidate.getState()) {
      case CANDIDATE_STATE_FLAGGED -> true;
      case CANDIDATE_STATE_SUBMITTED, CANDIDATE_STATE_ANALYZED, CANDIDATE_STATE_PROMOTED ->
          !candidate.getPreparedSha256().isEmpty();
      case CANDIDATE_STATE_WITHDRAWN, CANDIDATE_STATE_UNSPECIFIED, UNRECOGNIZED -> false;
    };
  }

  private Listing.Page<Candidate> candidatesPage(Sha256 artifact, String token) {
    ListCandidatesResponse page =
        CandidateServiceGrpc.newBlockingStub(channels.channel())
            .listCandidates(
                ListCandidatesRequest.newBuilder()
                    .setParent(parent)
                    .setArtifactSha256(artifact.hex())
                    .setPageSize(Listing.PAGE_ITEMS_MAX)
                    .setPageToken(token)
                    .build());
    return new Listing.Page<>(page.getCandidatesList(), page.getNextPageToken());
  }

  /** Analyses a source; the host keeps nothing of it. */
  public AnalyzeSourceResponse analyze(byte[] source, String fileName) {
    return Answers.call(() ->
        CandidateServiceGrpc.newBlockingStub(channels.channel())
            .analyzeSource(
                AnalyzeSourceRequest.newBuilder()
                    .setParent(parent)
                    .setSource(ByteString.copyFrom(source))
                    .setLanguage(SourceName.language(fileName))
                    .setFileName(fileName)
                    .build()));
  }

  /** Imports a bar file. */
  public Series importSeries(Path file, String stamp, long intervalSeconds) {
    return Answers.call(
        () -> new Upload(channels.channel(), parent).send(file, stamp, intervalSeconds, false));
  }

  /** Imports a file of trades; the host folds them into bars. */
  public Series importTicks(Path file, String stamp, long intervalSeconds) {
    return Answers.call(
        () -> new Upload(channels.channel(), parent).send(file, stamp, intervalSeconds, true));
  }

  /** Returns the newest of the team's series that {@code wanted} accepts. */
  public Optional<Series> findSeries(Predicate<Series> wanted) {
    return Listing.taken(this::seriesPage, wanted, 1).stream().findFirst();
  }

  private Listing.Page<Series> seriesPage(String token) {
    ListSeriesResponse page =
        SeriesServiceGrpc.newBlockingStub(channels.channel())
            .listSeries(
                ListSeriesRequest.newBuilder()
                    .setParent(parent)
                    .setPageSize(Listing.PAGE_ITEMS_MAX)
                    .setPageToken(token)
                    .build());
    return new Listing.Page<>(page.getSeriesList(), page.getNextPageToken());
  }

  /** Returns {@code teams/T} of the caller. */
  public String parent() {
    return parent;
  }

  /** Reads a series that the host has. */
  public Series series(String hash) {
    return Answers.call(() ->
        SeriesServiceGrpc.newBlockingStub(channels.channel())
            .getSeries(GetSeriesRequest.newBuilder().setName(parent + "/series/" + hash).build())
            .getSeries());
  }

  /** Starts a run that needs no grant. */
  public StartRunResponse start(RunSpec spec) {
    return start(spec, "");
  }

  /**
   * Starts a run.
   *
   * @param grant {@code teams/T/grants/G}; empty = none
   */
  public StartRunResponse start(RunSpec spec, String grant) {
    return Answers.call(() ->
        RunServiceGrpc.newBlockingStub(channels.channel())
            .startRun(
                StartRunRequest.newBuilder()
                    .setParent(parent)
                    .setRunSpec(spec)
                    .setRunGrant(grant)
                    .build()));
  }

  /** Ends a run; returns once it is over. */
  public Run stop(String run, String reason) {
    return Answers.call(() ->
        RunServiceGrpc.newBlockingStub(channels.channel())
            .stopRun(StopRunRequest.newBuilder().setRun(run).setReason(reason).build())
            .getRun());
  }

  /** Returns the runs that the caller may read, newest first, at most {@code runsMax}. */
  public List<Run> runs(int runsMax) {
    return Listing.taken(this::runsPage, _ -> true, runsMax);
  }

  private Listing.Page<Run> runsPage(String token) {
    ListRunsResponse page =
        RunServiceGrpc.newBlockingStub(channels.channel())
            .listRuns(
                ListRunsRequest.newBuilder()
                    .setParent(parent)
                    .setPageSize(Listing.PAGE_ITEMS_MAX)
                    .setPageToken(token)
                    .build());
    return new Listing.Page<>(page.getRunsList(), page.getNextPageToken());
  }

  /** Hands every event of a run to {@code listener}, from the first to the last. */
  public void watch(String run, Consumer<WatchRunResponse> listener) {
    Answers.call(() -> {
      RunServiceGrpc.newBlockingStub(channels.channel())
          .watchRun(WatchRunRequest.newBuilder().setRun(run).build())
          .forEachRemaining(listener);
      return run;
    });
  }

  /** Starts the honesty checks and returns their name. */
  public String startCheck(RunSpec spec) {
    return Answers.call(() ->
        CheckServiceGrpc.newBlockingStub(channels.channel())
            .startCheck(StartCheckRequest.newBuilder().setParent(parent).setRunSpec(spec).build())
            .getCheck());
  }

  /** Hands every event of honesty checks to {@code listener}, from the first to the last. */
  public void watchCheck(String check, Consumer<WatchCheckResponse> listener) {
    Answers.call(() -> {
      CheckServiceGrpc.newBlockingStub(channels.channel())
          .watchCheck(WatchCheckRequest.newBuilder().setCheck(check).build())
          .forEachRemaining(listener);
      return check;
    });
  }

  /** Hands files of a finished run to {@code sink}; no names: all but {@code report.html}. */
  public void report(String run, ReportSink sink, String... names) {
    Answers.call(() -> {
      Iterator<GetRunReportResponse> chunks =
          RunServiceGrpc.newBlockingStub(channels.channel())
              .getRunReport(
                  GetRunReportRequest.newBuilder().setRun(run).addAllFiles(List.of(names)).build());
      while (chunks.hasNext()) {
        GetRunReportResponse chunk = chunks.next();
        sink.take(chunk.getFile(), chunk.getData(), chunk.getLast());
      }
      return run;
    });
  }

  /** Returns one small file of a finished run. */
  public byte[] smallFile(String run, String name) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    report(
        run,
        (_, data, _) -> {
          if (file.size() > SMALL_FILE_BYTES_MAX - data.size()) {
            throw new Refusal(Code.INTERNAL, name + " is too large to take");
          }
          file.writeBytes(data.toByteArray());
        },
        name);
    return file.toByteArray();
  }

  @Override
  public void close() {
    channels.close();
  }
}
