package dev.glovebox.host.edge;

import com.google.protobuf.ByteString;
import dev.glovebox.host.audit.InclusionProof;
import dev.glovebox.host.identity.Caller;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Page;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.proto.api.v1.AuditServiceGrpc;
import dev.glovebox.proto.api.v1.GetCheckpointRequest;
import dev.glovebox.proto.api.v1.GetCheckpointResponse;
import dev.glovebox.proto.api.v1.GetInclusionProofRequest;
import dev.glovebox.proto.api.v1.GetInclusionProofResponse;
import dev.glovebox.proto.api.v1.GetRecordRequest;
import dev.glovebox.proto.api.v1.GetRecordResponse;
import dev.glovebox.proto.api.v1.ListRunRecordsRequest;
import dev.glovebox.proto.api.v1.ListRunRecordsResponse;
import dev.glovebox.proto.api.v1.Record;
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
  public void getInclusionProof(
      GetInclusionProofRequest request, StreamObserver<GetInclusionProofResponse> reply) {
    Caller caller = Admission.caller();
    InclusionProof proof =
        log.proof(caller, Names.record(caller, request.getName()))
            .orElseThrow(() ->
                new Refusal(
                    Code.RECORD_NOT_FOUND, "your team has no such record under a checkpoint"));
    reply.onNext(
        GetInclusionProofResponse.newBuilder()
            .setSignedNote(proof.checkpoint().note())
            .setLeafIndex(proof.leafIndex())
            .setTreeSize(proof.checkpoint().size())
            .addAllHashes(
                proof.path().stream().map(hash -> ByteString.copyFrom(hash.bytes())).toList())
            .setLeaf(ByteString.copyFrom(proof.leaf()))
            .build());
    reply.onCompleted();
  }

  @Override
  public void listRunRecords(
      ListRunRecordsRequest request, StreamObserver<ListRunRecordsResponse> reply) {
    Caller caller = Admission.caller();
    Page<AuditLogView.LoggedRecord> page =
        log.ofRun(
            caller,
            Names.run(request.getRun()),
            Names.pageSize(request.getPageSize()),
            request.getPageToken());
    reply.onNext(
        ListRunRecordsResponse.newBuilder()
            .addAllRecords(
                page.items().stream()
                    .map(one ->
                        Record.newBuilder()
                            .setName("teams/" + caller.team() + "/records/" + one.sequence())
                            .setLeaf(ByteString.copyFrom(one.leaf()))
                            .build())
                    .toList())
            .setNextPageToken(page.nextToken())
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
