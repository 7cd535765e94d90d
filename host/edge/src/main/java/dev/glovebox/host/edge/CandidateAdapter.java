package dev.glovebox.host.edge;

import com.google.protobuf.ByteString;
import dev.glovebox.host.candidate.Candidate;
import dev.glovebox.host.candidate.Candidates;
import dev.glovebox.host.identity.Caller;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Page;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.model.UntrustedText;
import dev.glovebox.proto.api.v1.Analysis;
import dev.glovebox.proto.api.v1.AnalyzeSourceRequest;
import dev.glovebox.proto.api.v1.AnalyzeSourceResponse;
import dev.glovebox.proto.api.v1.CandidateServiceGrpc;
import dev.glovebox.proto.api.v1.GetCandidateRequest;
import dev.glovebox.proto.api.v1.GetCandidateResponse;
import dev.glovebox.proto.api.v1.ListCandidatesRequest;
import dev.glovebox.proto.api.v1.ListCandidatesResponse;
import dev.glovebox.proto.api.v1.SubmitCandidateRequest;
import dev.glovebox.proto.api.v1.SubmitCandidateResponse;
import dev.glovebox.proto.api.v1.WithdrawCandidateRequest;
import dev.glovebox.proto.api.v1.WithdrawCandidateResponse;
import io.grpc.stub.StreamObserver;
import java.util.Optional;

/** Serves {@code CandidateService}: translates, {@link Candidates} decides. */
final class CandidateAdapter extends CandidateServiceGrpc.CandidateServiceImplBase {
  private static final int FILE_NAME_CHARACTERS_MAX = 128;
  private static final int LANGUAGE_CHARACTERS_MAX = 16;

  private final Candidates candidates;
  private final boolean analysisOptional;

  CandidateAdapter(Candidates candidates, boolean analysisOptional) {
    this.candidates = candidates;
    this.analysisOptional = analysisOptional;
  }

  @Override
  public void submitCandidate(
      SubmitCandidateRequest request, StreamObserver<SubmitCandidateResponse> reply) {
    Caller caller = Admission.caller();
    Names.mustBeOwnTeam(caller, request.getParent());
    Candidate candidate =
        candidates.submit(
            caller,
            submission(
                request.getSource(),
                request.getLanguage(),
                request.getFileName(),
                analysis(
                    Code.ARGUMENT_INVALID, "analysis", request.getAnalysis(), analysisOptional)),
            Names.idempotencyKey(request.getIdempotencyKey()));
    reply.onNext(
        SubmitCandidateResponse.newBuilder().setCandidate(Messages.candidate(candidate)).build());
    reply.onCompleted();
  }

  @Override
  public void analyzeSource(
      AnalyzeSourceRequest request, StreamObserver<AnalyzeSourceResponse> reply) {
    Names.mustBeOwnTeam(Admission.caller(), request.getParent());
    Candidates.AnalyzedSource analyzed =
        candidates.analyze(
            submission(request.getSource(), request.getLanguage(), request.getFileName(), true));
    reply.onNext(
        AnalyzeSourceResponse.newBuilder()
            .setArtifactSha256(analyzed.artifact().hex())
            .setRuleSetSha256(analyzed.ruleSetHash().hex())
            .setFlagged(analyzed.flagged())
            .addAllFindings(analyzed.findings().stream().map(Messages::finding).toList())
            .build());
    reply.onCompleted();
  }

  @Override
  public void getCandidate(
      GetCandidateRequest request, StreamObserver<GetCandidateResponse> reply) {
    Candidate candidate = candidates.find(Admission.caller(), Names.candidate(request.getName()));
    reply.onNext(
        GetCandidateResponse.newBuilder().setCandidate(Messages.candidate(candidate)).build());
    reply.onCompleted();
  }

  @Override
  public void listCandidates(
      ListCandidatesRequest request, StreamObserver<ListCandidatesResponse> reply) {
    Caller caller = Admission.caller();
    Names.mustBeOwnTeam(caller, request.getParent());
    Page<Candidate> page =
        candidates.list(
            caller,
            request.getArtifactSha256().isEmpty()
                ? Optional.empty()
                : Optional.of(
                    Names.sha256(
                        Code.ARGUMENT_INVALID, "artifact_sha256", request.getArtifactSha256())),
            Names.pageSize(request.getPageSize()),
            request.getPageToken());
    reply.onNext(
        ListCandidatesResponse.newBuilder()
            .addAllCandidates(page.items().stream().map(Messages::candidate).toList())
            .setNextPageToken(page.nextToken())
            .build());
    reply.onCompleted();
  }

  @Override
  public void withdrawCandidate(
      WithdrawCandidateRequest request, StreamObserver<WithdrawCandidateResponse> reply) {
    Candidate candidate =
        candidates.withdraw(Admission.caller(), Names.candidate(request.getName()));
    reply.onNext(
        WithdrawCandidateResponse.newBuilder().setCandidate(Messages.candidate(candidate)).build());
    reply.onCompleted();
  }

  private static Candidates.Submission submission(
      ByteString source, String language, String fileName, boolean analysis) {
    if (source.size() > Candidates.SOURCE_BYTES_MAX) {
      throw new Refusal(
          Code.SOURCE_TOO_LARGE, "a source has at most " + Candidates.SOURCE_BYTES_MAX + " bytes");
    }
    if (fileName.length() > FILE_NAME_CHARACTERS_MAX) {
      throw InvalidField.argument(
          "file_name", "must have at most " + FILE_NAME_CHARACTERS_MAX + " characters");
    }
    if (language.length() > LANGUAGE_CHARACTERS_MAX) {
      throw InvalidField.argument("language", "is not a known language");
    }
    return new Candidates.Submission(
        source.toByteArray(), language, new UntrustedText(fileName), analysis);
  }

  /** Returns whether analysis is on; off needs a host that allows it. */
  static boolean analysis(Code code, String field, Analysis asked, boolean optional) {
    return switch (asked) {
      case ANALYSIS_ON -> true;
      case ANALYSIS_OFF -> {
        if (!optional) {
          throw new Refusal(Code.PERMISSION_DENIED, "only a private host runs without analysis");
        }
        yield false;
      }
      case ANALYSIS_UNSPECIFIED, UNRECOGNIZED ->
          throw new InvalidField(code, field, "must be ANALYSIS_ON or ANALYSIS_OFF");
    };
  }
}
