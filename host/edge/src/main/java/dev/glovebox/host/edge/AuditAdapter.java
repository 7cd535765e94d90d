package dev.glovebox.host.edge;

import com.google.protobuf.ByteString;
import dev.glovebox.host.identity.Caller;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.proto.api.v1.AuditServiceGrpc;
import dev.glovebox.proto.api.v1.GetCheckpointRequest;
import dev.glovebox.proto.api.v1.GetCheckpointResponse;
import dev.glovebox.proto.api.v1.GetRecordRequest;
import dev.glovebox.proto.api.v1.GetRecordResponse;
import io.grpc.stub.StreamObserver;

/** Serves {@code AuditService}: translates, {@link AuditLogView} decides who sees what. */
final class AuditAdapter extends AuditServiceGrpc.AuditServiceImplBase {
  private final AuditLogView log;

  AuditAdapter(AuditLogView log) {
    this.log = log;
  }

  @Override
  public void getRecord(GetRecordRequest request, StreamObserver<GetRecordResponse> reply) {
    Caller caller = Admission.caller();
    byte[] leaf =
        log.leaf(caller, Names.record(caller, request.getName()))
            .orElseThrow(() -> new Refusal(Code.RECORD_NOT_FOUND, "your team has no such record"));
    reply.onNext(
        GetRecordResponse.newBuilder()
            .setName(request.getName())
            .setLeaf(ByteString.copyFrom(leaf))
            .build());
    reply.onCompleted();
  }

  @Override
  public void getCheckpoint(
      GetCheckpointRequest request, StreamObserver<GetCheckpointResponse> reply) {
    Names.mustBeOwnTeam(Admission.caller(), request.getParent());
    String note =
        log.checkpoint()
            .orElseThrow(() -> new Refusal(Code.RECORD_NOT_FOUND, "nothing is signed yet"));
    reply.onNext(GetCheckpointResponse.newBuilder().setSignedNote(note).build());
    reply.onCompleted();
  }
}
