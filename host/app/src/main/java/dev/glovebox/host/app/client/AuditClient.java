package dev.glovebox.host.app.client;

import dev.glovebox.host.audit.Checkpoint;
import dev.glovebox.host.audit.InclusionProof;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.model.Sha256;
import dev.glovebox.proto.api.v1.AuditServiceGrpc;
import dev.glovebox.proto.api.v1.GetInclusionProofRequest;
import dev.glovebox.proto.api.v1.GetInclusionProofResponse;
import dev.glovebox.proto.api.v1.ListRunRecordsRequest;
import dev.glovebox.proto.api.v1.ListRunRecordsResponse;
import dev.glovebox.proto.api.v1.Record;
import java.util.ArrayList;
import java.util.List;

/**
 * What an auditor asks of a host.
 *
 * <p>Every call throws the {@link Refusal} that the host gave, or HOST_UNREACHABLE.
 */
public final class AuditClient implements AutoCloseable {
  private static final int PAGE_SIZE = 500;

  private final Channels channels;

  /** Connects to {@code address} on the first call. */
  public AuditClient(HostAddress address) {
    this.channels = new Channels(address);
  }

  /** Returns the records of a run that stand in the log, oldest first. */
  public List<Record> records(String run) {
    return Answers.call(() -> {
      List<Record> records = new ArrayList<>();
      String page = "";
      do {
        ListRunRecordsResponse response =
            AuditServiceGrpc.newBlockingStub(channels.channel())
                .listRunRecords(
                    ListRunRecordsRequest.newBuilder()
                        .setRun(run)
                        .setPageSize(PAGE_SIZE)
                        .setPageToken(page)
                        .build());
        records.addAll(response.getRecordsList());
        page = response.getNextPageToken();
      } while (!page.isEmpty());
      return records;
    });
  }

  /**
   * Returns a proof that one record is under the host's newest checkpoint; not checked here.
   *
   * @param record {@code teams/T/records/<sequence>}
   */
  public InclusionProof proof(String record) {
    GetInclusionProofResponse answer =
        Answers.call(() ->
            AuditServiceGrpc.newBlockingStub(channels.channel())
                .getInclusionProof(GetInclusionProofRequest.newBuilder().setName(record).build()));
    try {
      return new InclusionProof(
          Checkpoint.parse(answer.getSignedNote()),
          answer.getLeafIndex(),
          answer.getLeaf().toByteArray(),
          answer.getHashesList().stream()
              .map(hash -> Sha256.ofDigest(hash.toByteArray()))
              .toList());
    } catch (IllegalArgumentException e) {
      throw new Refusal(Code.INTERNAL, "the host's proof has no known form");
    }
  }

  @Override
  public void close() {
    channels.close();
  }
}
