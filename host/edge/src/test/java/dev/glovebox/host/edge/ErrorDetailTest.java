package dev.glovebox.host.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.protobuf.Any;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import com.google.rpc.LocalizedMessage;
import dev.glovebox.host.candidate.Candidates;
import dev.glovebox.host.identity.Role;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.model.UntrustedText;
import dev.glovebox.proto.api.v1.Analysis;
import dev.glovebox.proto.api.v1.AuditServiceGrpc;
import dev.glovebox.proto.api.v1.CandidateServiceGrpc;
import dev.glovebox.proto.api.v1.CandidateServiceGrpc.CandidateServiceBlockingStub;
import dev.glovebox.proto.api.v1.GetCandidateRequest;
import dev.glovebox.proto.api.v1.GetCandidateResponse;
import dev.glovebox.proto.api.v1.GetRecordRequest;
import dev.glovebox.proto.api.v1.ListCandidatesRequest;
import dev.glovebox.proto.api.v1.SubmitCandidateRequest;
import io.grpc.CallOptions;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.grpc.stub.ClientCalls;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a caller learns when something is refused or breaks, over a real socket. */
@Timeout(60)
final class ErrorDetailTest {
  private final TestEdge edge = new TestEdge(Role.AGENT, Role.AUDITOR);
  private final CandidateServiceBlockingStub candidates =
      CandidateServiceGrpc.newBlockingStub(edge.channel);

  @AfterEach
  void stop() {
    edge.close();
  }

  @Test
  void carriesTheCodeTheSentenceAndWhatOthersWrote() throws Exception {
    edge.host.failure =
        Optional.of(
            new Refusal(
                Code.ANALYSIS_FAILED, "analysis could not tell", new UntrustedText("\u001b[31m")));
    StatusRuntimeException refused = refused(() -> candidates.submitCandidate(submission(1)));
    assertThat(refused.getStatus().getCode()).isEqualTo(Status.Code.INTERNAL);
    ErrorInfo info = detail(refused, ErrorInfo.class);
    assertThat(info.getReason()).isEqualTo("ANALYSIS_FAILED");
    assertThat(info.getDomain()).isEqualTo("glovebox");
    assertThat(info.getMetadataOrThrow("detail")).isEqualTo("\u001b[31m");
    assertThat(detail(refused, LocalizedMessage.class).getMessage())
        .isEqualTo("analysis could not tell");
    assertThat(refused.getStatus().getDescription())
        .isEqualTo("ANALYSIS_FAILED: analysis could not tell");
  }

  @Test
  void hidesWhatADefectSaysBehindAnIncidentId() throws Exception {
    edge.host.failure = Optional.of(new IllegalStateException("secret of the host"));
    StatusRuntimeException refused = refused(() -> candidates.submitCandidate(submission(1)));
    assertThat(detail(refused, ErrorInfo.class).getReason()).isEqualTo("INTERNAL");
    assertThat(refused.getStatus().toString() + refused.getTrailers())
        .contains(TestEdge.INCIDENT)
        .doesNotContain("secret")
        .doesNotContain("IllegalState");
  }

  @Test
  void givesACodeToBytesThatAreNoMessage() throws Exception {
    MethodDescriptor<GetCandidateRequest, GetCandidateResponse> honest =
        CandidateServiceGrpc.getGetCandidateMethod();
    MethodDescriptor<String, GetCandidateResponse> broken =
        honest.toBuilder(new Broken(), honest.getResponseMarshaller()).build();
    StatusRuntimeException refused =
        refused(() ->
            ClientCalls.blockingUnaryCall(edge.channel, broken, CallOptions.DEFAULT, "\n\177"));
    assertThat(refused.getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
    assertThat(detail(refused, ErrorInfo.class).getReason()).isEqualTo("ARGUMENT_INVALID");
  }

  private static final class Broken implements MethodDescriptor.Marshaller<String> {
    @Override
    public InputStream stream(String bytes) {
      return new ByteArrayInputStream(bytes.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Override
    public String parse(InputStream stream) {
      throw new AssertionError("nothing is parsed here");
    }
  }

  @Test
  void namesTheFieldThatIsBad() throws Exception {
    StatusRuntimeException refused =
        refused(() ->
            candidates.getCandidate(
                GetCandidateRequest.newBuilder().setName("candidates/1").build()));
    assertThat(detail(refused, ErrorInfo.class).getReason()).isEqualTo("ARGUMENT_INVALID");
    assertThat(detail(refused, BadRequest.class).getFieldViolations(0).getField())
        .isEqualTo("name");
  }

  @Test
  void takesASourceOfTheLargestSizeAndNotOneByteMore() throws Exception {
    assertThat(
            candidates
                .submitCandidate(submission(Candidates.SOURCE_BYTES_MAX))
                .getCandidate()
                .getFindings(0)
                .getMessage())
        .isEqualTo("name \u001b[31m");
    StatusRuntimeException refused =
        refused(() -> candidates.submitCandidate(submission(Candidates.SOURCE_BYTES_MAX + 1)));
    assertThat(detail(refused, ErrorInfo.class).getReason()).isEqualTo("SOURCE_TOO_LARGE");
    assertThat(edge.host.sources).hasSize(1);
  }

  @Test
  void cutsAMessageAboveTheTransportsLimit() {
    StatusRuntimeException refused =
        refused(() -> candidates.submitCandidate(submission(EdgeLimits.MESSAGE_BYTES_MAX + 1)));
    assertThat(refused.getStatus().getCode()).isEqualTo(Status.Code.RESOURCE_EXHAUSTED);
    assertThat(edge.host.sources).isEmpty();
  }

  @Test
  void refusesAnotherTeamsParent() throws Exception {
    StatusRuntimeException refused =
        refused(() ->
            candidates.listCandidates(
                ListCandidatesRequest.newBuilder().setParent("teams/beta").build()));
    assertThat(detail(refused, ErrorInfo.class).getReason()).isEqualTo("PERMISSION_DENIED");
  }

  @Test
  void pagesWithTheDefaultAndTheLargestSizeAndNoMore() throws Exception {
    assertThat(page(0)).isEqualTo("size-50");
    assertThat(page(500)).isEqualTo("size-500");
    StatusRuntimeException refused = refused(() -> page(501));
    assertThat(detail(refused, ErrorInfo.class).getReason()).isEqualTo("ARGUMENT_INVALID");
  }

  @Test
  void listsOnlyTheArtifactThatIsNamedAndRefusesWhatNamesNone() throws Exception {
    var _ = candidates.submitCandidate(submission(1));
    String second = candidates.submitCandidate(submission(2)).getCandidate().getArtifactSha256();
    ListCandidatesRequest.Builder named =
        ListCandidatesRequest.newBuilder().setParent("teams/alpha").setArtifactSha256(second);
    assertThat(candidates.listCandidates(named.build()).getCandidatesList())
        .extracting(candidate -> candidate.getArtifactSha256())
        .containsExactly(second);
    StatusRuntimeException refused =
        refused(() -> candidates.listCandidates(named.setArtifactSha256("A".repeat(64)).build()));
    assertThat(detail(refused, ErrorInfo.class).getReason()).isEqualTo("ARGUMENT_INVALID");
  }

  @Test
  void refusesToSwitchAnalysisOffOnAHostThatIsNotPrivate() throws Exception {
    SubmitCandidateRequest off =
        submission(1).toBuilder().setAnalysis(Analysis.ANALYSIS_OFF).build();
    assertThat(candidates.submitCandidate(off).getCandidate().getName()).startsWith("teams/alpha/");
    try (TestEdge shared = new TestEdge(false, Optional.empty(), Role.AGENT)) {
      StatusRuntimeException refused =
          refused(() -> CandidateServiceGrpc.newBlockingStub(shared.channel).submitCandidate(off));
      assertThat(detail(refused, ErrorInfo.class).getReason()).isEqualTo("PERMISSION_DENIED");
    }
  }

  @Test
  void showsNoRecordOfAnotherTeam() throws Exception {
    var audit = AuditServiceGrpc.newBlockingStub(edge.channel);
    assertThat(audit.getRecord(record("teams/alpha/records/0")).getLeaf().toByteArray())
        .containsExactly(1, 2, 3);
    for (String hidden : new String[] {"teams/beta/records/0", "teams/alpha/records/1"}) {
      StatusRuntimeException refused = refused(() -> audit.getRecord(record(hidden)));
      assertThat(detail(refused, ErrorInfo.class).getReason()).isEqualTo("RECORD_NOT_FOUND");
    }
  }

  private String page(int size) {
    return candidates
        .listCandidates(
            ListCandidatesRequest.newBuilder().setParent("teams/alpha").setPageSize(size).build())
        .getNextPageToken();
  }

  private static GetRecordRequest record(String name) {
    return GetRecordRequest.newBuilder().setName(name).build();
  }

  private static SubmitCandidateRequest submission(int bytes) {
    return SubmitCandidateRequest.newBuilder()
        .setParent("teams/alpha")
        .setSource(ByteString.copyFrom(new byte[bytes]))
        .setLanguage("python")
        .setFileName("sma.py")
        .setAnalysis(Analysis.ANALYSIS_ON)
        .build();
  }

  private static StatusRuntimeException refused(Runnable call) {
    return catchThrowableOfType(StatusRuntimeException.class, call::run);
  }

  private static <T extends com.google.protobuf.Message> T detail(
      StatusRuntimeException refused, Class<T> type) throws InvalidProtocolBufferException {
    com.google.rpc.Status status = StatusProto.fromThrowable(refused);
    if (status == null) {
      throw new AssertionError("no google.rpc.Status", refused);
    }
    for (Any any : status.getDetailsList()) {
      if (any.is(type)) {
        return any.unpack(type);
      }
    }
    throw new AssertionError("no " + type.getSimpleName() + " in " + status);
  }
}
