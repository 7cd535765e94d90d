package dev.glovebox.host.edge;

import com.google.protobuf.ByteString;
import dev.glovebox.host.identity.Caller;
import dev.glovebox.host.model.RunId;
import dev.glovebox.host.runner.Backtests;
import dev.glovebox.host.runner.Backtests.ReportFile;
import dev.glovebox.host.runner.Backtests.RunEvent;
import dev.glovebox.host.runner.RunSpec;
import dev.glovebox.proto.api.v1.BacktestServiceGrpc;
import dev.glovebox.proto.api.v1.GetBacktestReportRequest;
import dev.glovebox.proto.api.v1.GetBacktestReportResponse;
import dev.glovebox.proto.api.v1.RunEnded;
import dev.glovebox.proto.api.v1.RunLog;
import dev.glovebox.proto.api.v1.RunProgress;
import dev.glovebox.proto.api.v1.StartBacktestRequest;
import dev.glovebox.proto.api.v1.StartBacktestResponse;
import dev.glovebox.proto.api.v1.WatchBacktestRequest;
import dev.glovebox.proto.api.v1.WatchBacktestResponse;
import io.grpc.Context;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;

/** Serves {@code BacktestService}: translates, {@link Backtests} decides. */
final class BacktestAdapter extends BacktestServiceGrpc.BacktestServiceImplBase {
  private final Backtests backtests;
  private final SpecReader specs;
  private final Failures failures;

  BacktestAdapter(Backtests backtests, SpecReader specs, Failures failures) {
    this.backtests = backtests;
    this.specs = specs;
    this.failures = failures;
  }

  @Override
  public void startBacktest(
      StartBacktestRequest request, StreamObserver<StartBacktestResponse> reply) {
    Caller caller = Admission.caller();
    Names.mustBeOwnTeam(caller, request.getParent());
    RunSpec spec = specs.read(request.getRunSpec());
    RunId run = backtests.start(caller, spec, Names.idempotencyKey(request.getIdempotencyKey()));
    reply.onNext(
        StartBacktestResponse.newBuilder()
            .setRun(run.resourceName())
            .setRunSpecJson(spec.json().text())
            .build());
    reply.onCompleted();
  }

  @Override
  public void watchBacktest(
      WatchBacktestRequest request, StreamObserver<WatchBacktestResponse> reply) {
    Caller caller = Admission.caller();
    RunId run = Names.run(request.getRun());
    stream(
        reply, "watch", paced -> backtests.watch(caller, run, event -> paced.send(message(event))));
  }

  @Override
  public void getBacktestReport(
      GetBacktestReportRequest request, StreamObserver<GetBacktestReportResponse> reply) {
    Caller caller = Admission.caller();
    RunId run = Names.run(request.getRun());
    stream(
        reply,
        "report",
        paced -> {
          for (ReportFile file : backtests.report(caller, run)) {
            send(file, paced);
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

  private static void send(ReportFile file, PacedReply<GetBacktestReportResponse> paced) {
    int at = 0;
    do {
      int end = Math.min(file.bytes().length, at + EdgeLimits.CHUNK_BYTES_MAX);
      boolean sent =
          paced.send(
              GetBacktestReportResponse.newBuilder()
                  .setFile(file.name())
                  .setData(ByteString.copyFrom(file.bytes(), at, end - at))
                  .setLast(end == file.bytes().length)
                  .build());
      if (!sent) {
        return;
      }
      at = end;
    } while (at < file.bytes().length);
  }

  private static WatchBacktestResponse message(RunEvent event) {
    WatchBacktestResponse.Builder message = WatchBacktestResponse.newBuilder();
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
