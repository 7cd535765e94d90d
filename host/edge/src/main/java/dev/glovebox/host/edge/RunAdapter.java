package dev.glovebox.host.edge;

import com.google.protobuf.ByteString;
import dev.glovebox.host.identity.Caller;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Page;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.model.RunId;
import dev.glovebox.host.model.UntrustedText;
import dev.glovebox.host.runner.RunSpec;
import dev.glovebox.host.runner.RunSummary;
import dev.glovebox.host.runner.Runs;
import dev.glovebox.host.runner.Runs.ReportFile;
import dev.glovebox.host.runner.Runs.RunEvent;
import dev.glovebox.proto.api.v1.GetRunReportRequest;
import dev.glovebox.proto.api.v1.GetRunReportResponse;
import dev.glovebox.proto.api.v1.GetRunRequest;
import dev.glovebox.proto.api.v1.GetRunResponse;
import dev.glovebox.proto.api.v1.ListRunsRequest;
import dev.glovebox.proto.api.v1.ListRunsResponse;
import dev.glovebox.proto.api.v1.RunEnded;
import dev.glovebox.proto.api.v1.RunLog;
import dev.glovebox.proto.api.v1.RunProgress;
import dev.glovebox.proto.api.v1.RunServiceGrpc;
import dev.glovebox.proto.api.v1.StartRunRequest;
import dev.glovebox.proto.api.v1.StartRunResponse;
import dev.glovebox.proto.api.v1.StopRunRequest;
import dev.glovebox.proto.api.v1.StopRunResponse;
import dev.glovebox.proto.api.v1.WatchRunRequest;
import dev.glovebox.proto.api.v1.WatchRunResponse;
import io.grpc.Context;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Serves {@code RunService}: translates, {@link Runs} decides. */
final class RunAdapter extends RunServiceGrpc.RunServiceImplBase {
  /** Longest reason of a stop, in UTF-16 code units. */
  static final int REASON_CHARACTERS_MAX = 256;

  private final Runs runs;
  private final SpecReader specs;
  private final Failures failures;

  RunAdapter(Runs runs, SpecReader specs, Failures failures) {
    this.runs = runs;
    this.specs = specs;
    this.failures = failures;
  }

  @Override
  public void startRun(StartRunRequest request, StreamObserver<StartRunResponse> reply) {
    Caller caller = Admission.caller();
    Names.mustBeOwnTeam(caller, request.getParent());
    RunSpec spec = specs.read(request.getRunSpec());
    String grant = Names.runGrant(caller, request.getRunGrant());
    RunId run = runs.start(caller, spec, grant, Names.idempotencyKey(request.getIdempotencyKey()));
    reply.onNext(
        StartRunResponse.newBuilder()
            .setRun(run.resourceName())
            .setRunSpecJson(spec.json().text())
            .build());
    reply.onCompleted();
  }

  @Override
  public void stopRun(StopRunRequest request, StreamObserver<StopRunResponse> reply) {
    Caller caller = Admission.caller();
    if (request.getReason().length() > REASON_CHARACTERS_MAX) {
      throw InvalidField.argument(
          "reason", "must have at most " + REASON_CHARACTERS_MAX + " characters");
    }
    RunSummary run =
        runs.stop(caller, Names.run(request.getRun()), new UntrustedText(request.getReason()));
    reply.onNext(StopRunResponse.newBuilder().setRun(Messages.run(run)).build());
    reply.onCompleted();
  }

  @Override
  public void getRun(GetRunRequest request, StreamObserver<GetRunResponse> reply) {
    RunSummary run = runs.find(Admission.caller(), Names.run(request.getRun()));
    reply.onNext(GetRunResponse.newBuilder().setRun(Messages.run(run)).build());
    reply.onCompleted();
  }

  @Override
  public void listRuns(ListRunsRequest request, StreamObserver<ListRunsResponse> reply) {
    Caller caller = Admission.caller();
    Names.mustBeOwnTeam(caller, request.getParent());
    Page<RunSummary> page =
        runs.list(caller, Names.pageSize(request.getPageSize()), request.getPageToken());
    reply.onNext(
        ListRunsResponse.newBuilder()
            .addAllRuns(page.items().stream().map(Messages::run).toList())
            .setNextPageToken(page.nextToken())
            .build());
    reply.onCompleted();
  }

  @Override
  public void watchRun(WatchRunRequest request, StreamObserver<WatchRunResponse> reply) {
    Caller caller = Admission.caller();
    RunId run = Names.run(request.getRun());
    stream(reply, "watch", paced -> runs.watch(caller, run, event -> paced.send(message(event))));
  }

  @Override
  public void getRunReport(
      GetRunReportRequest request, StreamObserver<GetRunReportResponse> reply) {
    Caller caller = Admission.caller();
    RunId run = Names.run(request.getRun());
    List<String> files = request.getFilesList();
    if (files.size() > EdgeLimits.REPORT_FILES_MAX) {
      throw InvalidField.argument("files", "at most " + EdgeLimits.REPORT_FILES_MAX + " names");
    }
    stream(
        reply,
        "report",
        paced -> {
          for (ReportFile file : runs.report(caller, run, files)) {
            if (!send(file, paced)) {
              return;
            }
          }
        });
  }

  /** Runs {@code body} beside the call's own thread, which delivers readiness. */
  private <T> void stream(StreamObserver<T> reply, String thread, Body<T> body) {
    PacedReply<T> paced = new PacedReply<>((ServerCallStreamObserver<T>) reply);
    Runnable task =
        () -> {
          try {
            body.send(paced);
            paced.complete();
          } catch (RuntimeException e) {
            paced.fail(failures.status(e));
          }
        };
    Thread.ofVirtual().name(thread).start(Context.current().wrap(task));
  }

  /** Sends a file chunk by chunk; returns false when the peer is gone. */
  private static boolean send(ReportFile file, PacedReply<GetRunReportResponse> paced) {
    try (InputStream bytes = file.content().open()) {
      byte[] chunk = bytes.readNBytes(EdgeLimits.CHUNK_BYTES_MAX);
      boolean last;
      do {
        byte[] next = bytes.readNBytes(EdgeLimits.CHUNK_BYTES_MAX);
        last = next.length == 0;
        boolean sent =
            paced.send(
                GetRunReportResponse.newBuilder()
                    .setFile(file.name())
                    .setData(ByteString.copyFrom(chunk))
                    .setLast(last)
                    .build());
        if (!sent) {
          return false;
        }
        chunk = next;
      } while (!last);
      return true;
    } catch (IOException e) {
      throw new Refusal(Code.STORAGE_FAILED, file.name() + " cannot be read");
    }
  }

  private static WatchRunResponse message(RunEvent event) {
    WatchRunResponse.Builder message = WatchRunResponse.newBuilder();
    return switch (event) {
      case RunEvent.Progress(long completed, long bars) ->
          message
              .setProgress(RunProgress.newBuilder().setBarsCompleted(completed).setBars(bars))
              .build();
      case RunEvent.Log(var line) ->
          message.setLog(RunLog.newBuilder().setLine(line.raw())).build();
      case RunEvent.Ended(var report, long position, var text) ->
          message
              .setEnded(
                  RunEnded.newBuilder()
                      .setReportJson(report.text())
                      .setLogPosition(position)
                      .setMessage(text.raw()))
              .build();
    };
  }

  /** What a stream sends. */
  @FunctionalInterface
  private interface Body<T> {
    void send(PacedReply<T> paced);
  }
}
