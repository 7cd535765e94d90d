package dev.glovebox.host.edge;

import dev.glovebox.host.identity.Caller;
import dev.glovebox.host.model.CheckId;
import dev.glovebox.host.research.Checks;
import dev.glovebox.host.research.Checks.CheckEvent;
import dev.glovebox.host.research.Verdict;
import dev.glovebox.proto.api.v1.CheckEnded;
import dev.glovebox.proto.api.v1.CheckResult;
import dev.glovebox.proto.api.v1.CheckServiceGrpc;
import dev.glovebox.proto.api.v1.CheckVerdict;
import dev.glovebox.proto.api.v1.StartCheckRequest;
import dev.glovebox.proto.api.v1.StartCheckResponse;
import dev.glovebox.proto.api.v1.WatchCheckRequest;
import dev.glovebox.proto.api.v1.WatchCheckResponse;
import io.grpc.Context;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;

/** Serves {@code CheckService}: translates, {@link Checks} decides. */
final class CheckAdapter extends CheckServiceGrpc.CheckServiceImplBase {
  private final Checks checks;
  private final SpecReader specs;
  private final Failures failures;

  CheckAdapter(Checks checks, SpecReader specs, Failures failures) {
    this.checks = checks;
    this.specs = specs;
    this.failures = failures;
  }

  @Override
  public void startCheck(StartCheckRequest request, StreamObserver<StartCheckResponse> reply) {
    Caller caller = Admission.caller();
    Names.mustBeOwnTeam(caller, request.getParent());
    CheckId check =
        checks.start(
            caller,
            specs.read(request.getRunSpec()),
            Names.idempotencyKey(request.getIdempotencyKey()));
    reply.onNext(StartCheckResponse.newBuilder().setCheck(check.resourceName()).build());
    reply.onCompleted();
  }

  @Override
  public void watchCheck(WatchCheckRequest request, StreamObserver<WatchCheckResponse> reply) {
    Caller caller = Admission.caller();
    CheckId check = Names.check(request.getCheck());
    PacedReply<WatchCheckResponse> paced =
        new PacedReply<>((ServerCallStreamObserver<WatchCheckResponse>) reply);
    Runnable task =
        () -> {
          try {
            checks.watch(caller, check, event -> paced.send(message(event)));
            paced.complete();
          } catch (RuntimeException e) {
            paced.fail(failures.status(e));
          }
        };
    // Beside the call's own thread, which delivers readiness.
    Thread.ofVirtual().name("watch-check").start(Context.current().wrap(task));
  }

  private static WatchCheckResponse message(CheckEvent event) {
    WatchCheckResponse.Builder message = WatchCheckResponse.newBuilder();
    return switch (event) {
      case CheckEvent.Found(String name, Verdict verdict, String summary) ->
          message
              .setResult(
                  CheckResult.newBuilder()
                      .setCheck(name)
                      .setVerdict(verdict(verdict))
                      .setSummary(summary))
              .build();
      case CheckEvent.Ended(var report, long position) ->
          message
              .setEnded(
                  CheckEnded.newBuilder().setReportJson(report.text()).setLogPosition(position))
              .build();
    };
  }

  private static CheckVerdict verdict(Verdict verdict) {
    return switch (verdict) {
      case PASSED -> CheckVerdict.CHECK_VERDICT_PASSED;
      case FAILED -> CheckVerdict.CHECK_VERDICT_FAILED;
      case NOTED -> CheckVerdict.CHECK_VERDICT_NOTED;
      case SKIPPED -> CheckVerdict.CHECK_VERDICT_SKIPPED;
    };
  }
}
