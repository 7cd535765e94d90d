package dev.glovebox.host.edge;

import com.google.protobuf.ByteString;
import dev.glovebox.host.approval.Approval;
import dev.glovebox.host.approval.Approvals;
import dev.glovebox.host.approval.Statement.Validity;
import dev.glovebox.host.identity.Caller;
import dev.glovebox.host.model.CandidateId;
import dev.glovebox.host.model.CheckId;
import dev.glovebox.host.model.Page;
import dev.glovebox.host.model.RunId;
import dev.glovebox.proto.api.v1.ApprovalServiceGrpc;
import dev.glovebox.proto.api.v1.GetApprovalRequest;
import dev.glovebox.proto.api.v1.GetApprovalResponse;
import dev.glovebox.proto.api.v1.GetReviewBundleRequest;
import dev.glovebox.proto.api.v1.GetReviewBundleResponse;
import dev.glovebox.proto.api.v1.GrantRunRequest;
import dev.glovebox.proto.api.v1.GrantRunResponse;
import dev.glovebox.proto.api.v1.ListApprovalsRequest;
import dev.glovebox.proto.api.v1.ListApprovalsResponse;
import dev.glovebox.proto.api.v1.PromoteCandidateRequest;
import dev.glovebox.proto.api.v1.PromoteCandidateResponse;
import io.grpc.Context;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/** Serves {@code ApprovalService}: translates, {@link Approvals} decides. */
final class ApprovalAdapter extends ApprovalServiceGrpc.ApprovalServiceImplBase {
  private final Approvals approvals;
  private final Failures failures;

  ApprovalAdapter(Approvals approvals, Failures failures) {
    this.approvals = approvals;
    this.failures = failures;
  }

  @Override
  public void getReviewBundle(
      GetReviewBundleRequest request, StreamObserver<GetReviewBundleResponse> reply) {
    Caller caller = Admission.caller();
    CandidateId candidate = Names.candidate("candidate", request.getCandidate());
    Optional<CheckId> check =
        request.getCheck().isEmpty()
            ? Optional.empty()
            : Optional.of(Names.check("check", request.getCheck()));
    PacedReply<GetReviewBundleResponse> paced =
        new PacedReply<>((ServerCallStreamObserver<GetReviewBundleResponse>) reply);
    Runnable task =
        () -> {
          try {
            for (Map.Entry<String, byte[]> file :
                approvals.bundle(caller, candidate, check).entrySet()) {
              send(file.getKey(), file.getValue(), paced);
            }
            paced.complete();
          } catch (RuntimeException e) {
            paced.fail(failures.status(e));
          }
        };
    Thread.ofVirtual().name("bundle").start(Context.current().wrap(task));
  }

  @Override
  public void promoteCandidate(
      PromoteCandidateRequest request, StreamObserver<PromoteCandidateResponse> reply) {
    Caller caller = Admission.caller();
    Names.mustBeOwnTeam(caller, request.getParent());
    Approval approval = approvals.promote(caller, request.getEnvelope().toByteArray());
    reply.onNext(PromoteCandidateResponse.newBuilder().setPromotion(message(approval)).build());
    reply.onCompleted();
  }

  @Override
  public void grantRun(GrantRunRequest request, StreamObserver<GrantRunResponse> reply) {
    Caller caller = Admission.caller();
    Names.mustBeOwnTeam(caller, request.getParent());
    Approval approval = approvals.grantRun(caller, request.getEnvelope().toByteArray());
    reply.onNext(GrantRunResponse.newBuilder().setRunGrant(message(approval)).build());
    reply.onCompleted();
  }

  @Override
  public void getApproval(GetApprovalRequest request, StreamObserver<GetApprovalResponse> reply) {
    Names.ApprovalName name = Names.approval("name", request.getName());
    Approval approval = approvals.find(Admission.caller(), name.team(), name.gate(), name.id());
    reply.onNext(GetApprovalResponse.newBuilder().setApproval(message(approval)).build());
    reply.onCompleted();
  }

  @Override
  public void listApprovals(
      ListApprovalsRequest request, StreamObserver<ListApprovalsResponse> reply) {
    Caller caller = Admission.caller();
    Names.mustBeOwnTeam(caller, request.getParent());
    Page<Approval> page =
        approvals.list(caller, Names.pageSize(request.getPageSize()), request.getPageToken());
    reply.onNext(
        ListApprovalsResponse.newBuilder()
            .addAllApprovals(page.items().stream().map(ApprovalAdapter::message).toList())
            .setNextPageToken(page.nextToken())
            .build());
    reply.onCompleted();
  }

  private static void send(String name, byte[] bytes, PacedReply<GetReviewBundleResponse> paced) {
    int at = 0;
    boolean sent = true;
    do {
      int end = Math.min(bytes.length, at + EdgeLimits.CHUNK_BYTES_MAX);
      sent =
          paced.send(
              GetReviewBundleResponse.newBuilder()
                  .setFile(name)
                  .setData(ByteString.copyFrom(bytes, at, end - at))
                  .setLast(end == bytes.length)
                  .build());
      at = end;
    } while (sent && at < bytes.length);
  }

  private static dev.glovebox.proto.api.v1.Approval message(Approval approval) {
    Validity validity = approval.statement().validity();
    return dev.glovebox.proto.api.v1.Approval.newBuilder()
        .setName(approval.resourceName())
        .setCandidate(approval.statement().subject().candidate().resourceName())
        .setSigner(approval.statement().scope().signer())
        .setKeyId(approval.keyId())
        .setNotBefore(Messages.timestamp(instant(validity.notBeforeMicros())))
        .setExpiry(Messages.timestamp(instant(validity.expiryMicros())))
        .setRecordTime(Messages.timestamp(approval.recordedAt()))
        .setLogPosition(approval.sequence())
        .setEnvelope(ByteString.copyFrom(approval.envelope()))
        .setRun(approval.spentBy().map(RunId::resourceName).orElse(""))
        .build();
  }

  private static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }
}
