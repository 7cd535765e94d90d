package dev.glovebox.host.app.client;

import com.google.protobuf.ByteString;
import dev.glovebox.host.app.review.Bundle;
import dev.glovebox.host.identity.OwnerId;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.proto.api.v1.Approval;
import dev.glovebox.proto.api.v1.ApprovalServiceGrpc;
import dev.glovebox.proto.api.v1.Candidate;
import dev.glovebox.proto.api.v1.CandidateServiceGrpc;
import dev.glovebox.proto.api.v1.GetCandidateRequest;
import dev.glovebox.proto.api.v1.GetReviewBundleRequest;
import dev.glovebox.proto.api.v1.GetReviewBundleResponse;
import dev.glovebox.proto.api.v1.GrantRunRequest;
import dev.glovebox.proto.api.v1.ListApprovalsRequest;
import dev.glovebox.proto.api.v1.ListApprovalsResponse;
import dev.glovebox.proto.api.v1.ListCandidatesRequest;
import dev.glovebox.proto.api.v1.ListCandidatesResponse;
import dev.glovebox.proto.api.v1.PromoteCandidateRequest;
import dev.glovebox.proto.api.v1.WithdrawCandidateRequest;
import java.io.ByteArrayOutputStream;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What people on their way through the gates ask of a host.
 *
 * <p>Every call throws the {@link Refusal} that the host gave, or HOST_UNREACHABLE.
 */
public final class GateClient implements AutoCloseable {
  private static final int FILES_MAX = 16;

  private final Channels channels;
  private final String parent;
  private final Optional<OwnerId> owner;

  /** Connects to {@code address} on the first call. */
  public GateClient(HostAddress address) {
    this.parent = "teams/" + ClientTeam.at(address);
    this.owner = ClientTeam.ownerAt(address);
    this.channels = new Channels(address);
  }

  /** Returns the caller's team as {@code teams/T}. */
  public String parent() {
    return parent;
  }

  /**
   * Returns who the caller's certificate says the caller is.
   *
   * @throws Refusal PERMISSION_DENIED on a unix socket: a private host has no reviewer
   */
  public String owner() {
    return owner
        .map(OwnerId::text)
        .orElseThrow(() ->
            new Refusal(
                Code.PERMISSION_DENIED,
                "the gates need a reviewer's certificate: --host HOST:PORT --identity DIR"));
  }

  /** Returns {@code id} as a whole resource name of the caller's team. */
  public String name(String collection, String id) {
    return id.startsWith("teams/") ? id : parent + '/' + collection + '/' + id;
  }

  /** Reads one candidate. */
  public Candidate candidate(String name) {
    return Answers.call(() ->
        CandidateServiceGrpc.newBlockingStub(channels.channel())
            .getCandidate(GetCandidateRequest.newBuilder().setName(name).build())
            .getCandidate());
  }

  /** Takes a candidate out of use. */
  public Candidate withdraw(String name) {
    return Answers.call(() ->
        CandidateServiceGrpc.newBlockingStub(channels.channel())
            .withdrawCandidate(WithdrawCandidateRequest.newBuilder().setName(name).build())
            .getCandidate());
  }

  /**
   * Returns the team's candidates that {@code wanted} takes, newest first, at most {@code most}.
   */
  public List<Candidate> candidates(Predicate<Candidate> wanted, int most) {
    return Listing.taken(this::candidatesPage, wanted, most);
  }

  private Listing.Page<Candidate> candidatesPage(String token) {
    ListCandidatesResponse page =
        CandidateServiceGrpc.newBlockingStub(channels.channel())
            .listCandidates(
                ListCandidatesRequest.newBuilder()
                    .setParent(parent)
                    .setPageSize(Listing.PAGE_ITEMS_MAX)
                    .setPageToken(token)
                    .build());
    return new Listing.Page<>(page.getCandidatesList(), page.getNextPageToken());
  }

  /**
   * Fetches what a reviewer decides on, and hashes it.
   *
   * @param check name of a report of honesty checks; empty = the newest
   */
  public Bundle bundle(String candidate, String check) {
    Map<String, byte[]> files =
        Answers.call(() ->
            files(
                ApprovalServiceGrpc.newBlockingStub(channels.channel())
                    .getReviewBundle(
                        GetReviewBundleRequest.newBuilder()
                            .setCandidate(candidate)
                            .setCheck(check)
                            .build())));
    return Bundle.of(files);
  }

  private static Map<String, byte[]> files(Iterator<GetReviewBundleResponse> chunks) {
    Map<String, byte[]> files = new TreeMap<>();
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    while (chunks.hasNext()) {
      GetReviewBundleResponse chunk = chunks.next();
      if (file.size() > Bundle.FILE_BYTES_MAX - chunk.getData().size()
          || files.size() > FILES_MAX) {
        throw new Refusal(Code.REVIEW_BUNDLE_INVALID, "the bundle is too large to take");
      }
      file.writeBytes(chunk.getData().toByteArray());
      if (chunk.getLast()) {
        files.put(chunk.getFile(), file.toByteArray());
        file.reset();
      }
    }
    return files;
  }

  /** Hands in an envelope of gate 1. */
  public Approval promote(byte[] envelope) {
    return Answers.call(() ->
        ApprovalServiceGrpc.newBlockingStub(channels.channel())
            .promoteCandidate(
                PromoteCandidateRequest.newBuilder()
                    .setParent(parent)
                    .setEnvelope(ByteString.copyFrom(envelope))
                    .build())
            .getPromotion());
  }

  /** Hands in an envelope of gate 2. */
  public Approval grantRun(byte[] envelope) {
    return Answers.call(() ->
        ApprovalServiceGrpc.newBlockingStub(channels.channel())
            .grantRun(
                GrantRunRequest.newBuilder()
                    .setParent(parent)
                    .setEnvelope(ByteString.copyFrom(envelope))
                    .build())
            .getRunGrant());
  }

  /** Lists the team's approvals, newest first, at most {@code most}. */
  public List<Approval> approvals(int most) {
    return Listing.taken(this::approvalsPage, _ -> true, most);
  }

  private Listing.Page<Approval> approvalsPage(String token) {
    ListApprovalsResponse page =
        ApprovalServiceGrpc.newBlockingStub(channels.channel())
            .listApprovals(
                ListApprovalsRequest.newBuilder()
                    .setParent(parent)
                    .setPageSize(Listing.PAGE_ITEMS_MAX)
                    .setPageToken(token)
                    .build());
    return new Listing.Page<>(page.getApprovalsList(), page.getNextPageToken());
  }

  @Override
  public void close() {
    channels.close();
  }
}
