package dev.glovebox.host.app.command;

import dev.glovebox.host.app.client.GateClient;
import dev.glovebox.host.app.client.HostClient;
import dev.glovebox.host.app.review.Bundle;
import dev.glovebox.host.app.review.Drafts;
import dev.glovebox.host.app.review.GrantFolder;
import dev.glovebox.host.app.spec.SpecDraft;
import dev.glovebox.host.approval.Gate;
import dev.glovebox.host.approval.GrantTerms;
import dev.glovebox.host.approval.Statement;
import dev.glovebox.host.approval.StatementForm;
import dev.glovebox.host.clock.SystemClock;
import dev.glovebox.host.edge.SpecForm;
import dev.glovebox.host.keys.Dsse;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Json;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.model.Sha256;
import dev.glovebox.host.model.UntrustedText;
import dev.glovebox.host.runner.GrantTermsOf;
import dev.glovebox.host.runner.RunSpec;
import dev.glovebox.proto.api.v1.Approval;
import dev.glovebox.proto.api.v1.Candidate;
import dev.glovebox.proto.api.v1.CandidateState;
import dev.glovebox.proto.api.v1.Series;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the statement of gate 2 from a RunSpec, asking a host for what is named there. */
final class GrantDraft {
  private static final int APPROVALS_MAX = 10_000;

  private final HostClient host;
  private final GateClient gates;

  GrantDraft(HostClient host, GateClient gates) {
    this.host = host;
    this.gates = gates;
  }

  /** What a reviewer looks at before signing. */
  record Drafted(GrantFolder folder, String promotedBy) {}

  /**
   * Resolves {@code draft}.
   *
   * @param candidate its name; empty = the newest promoted candidate with the draft's bytes
   * @throws Refusal SPEC_INVALID, LIMITS_MISSING, CANDIDATE_NOT_FOUND, PROMOTION_MISSING
   */
  Drafted drafted(SpecDraft draft, Optional<String> candidate, Duration expires) {
    if (!(draft.kind() instanceof SpecDraft.Kind.Paper)) {
      throw new Refusal(Code.SPEC_INVALID, "mode: a backtest needs no grant; say mode = \"PAPER\"");
    }
    Optional<Sha256> limits = RunRequest.limitsHash(draft);
    if (limits.isEmpty()) {
      throw new Refusal(
          Code.LIMITS_MISSING, "limits: name the file, so that you know what you approve");
    }
    Seen seen = new Seen();
    dev.glovebox.proto.api.v1.RunSpec message =
        switch (new RunRequest(host, seen).named(draft, limits)) {
          case RunRequest.Named.Spec(var named) -> named;
          case RunRequest.Named.Flagged _ ->
              throw new Refusal(Code.CANDIDATE_FLAGGED, "analysis flagged the candidate");
        };
    RunSpec spec = SpecForm.read(message);
    String name = candidate.map(id -> gates.name("candidates", id)).orElseGet(() -> newest(spec));
    Approval promotion = promotion(name);
    Bundle bundle = gates.bundle(name, cited(promotion));
    if (!bundle.subject().artifact().equals(spec.artifact())) {
      throw new Refusal(Code.APPROVAL_ARTIFACT_MISMATCH, "artifact: the RunSpec names other bytes");
    }
    GrantTerms terms =
        GrantTermsOf.run(
            spec, bundle.manifest().candidate(), bundle.subject().prepared(), seen.intervals);
    Statement statement =
        new Drafts(new SystemClock(), new SecureRandom())
            .grant(bundle, gates.owner(), expires, terms);
    return new Drafted(
        new GrantFolder(bundle, spec.json(), statement),
        new UntrustedText(promotion.getSigner()).forTerminal());
  }

  private String newest(RunSpec spec) {
    return gates
        .candidates(
            candidate ->
                candidate.getArtifactSha256().equals(spec.artifact().hex())
                    && candidate.getState() == CandidateState.CANDIDATE_STATE_PROMOTED,
            1)
        .stream()
        .map(Candidate::getName)
        .findFirst()
        .orElseThrow(() ->
            new Refusal(
                Code.PROMOTION_MISSING, "no promoted candidate has the bytes of the RunSpec"));
  }

  private Approval promotion(String candidate) {
    return gates.approvals(APPROVALS_MAX).stream()
        .filter(approval ->
            approval.getCandidate().equals(candidate)
                && approval.getName().contains("/" + Gate.PROMOTION.collection() + "/"))
        .findFirst()
        .orElseThrow(
            () -> new Refusal(Code.PROMOTION_MISSING, "gate 1: the candidate was not promoted"));
  }

  /** Returns the report of honesty checks that the promotion cites: the grant cites the same. */
  private static String cited(Approval promotion) {
    try {
      return StatementForm.read(
              Gate.PROMOTION, Dsse.parse(promotion.getEnvelope().toByteArray()).payload())
          .subject()
          .check()
          .map(check -> check.id().resourceName())
          .orElse("");
    } catch (IllegalArgumentException e) {
      throw new Refusal(Code.APPROVAL_MALFORMED, "the host shows a promotion that is none");
    }
  }

  /** Remembers the intervals of the series that the RunSpec names. */
  private static final class Seen implements RunRequest.Watcher {
    private final List<Long> intervals = new ArrayList<>();

    @Override
    public void submitted(Candidate candidate) {}

    @Override
    public void imported(Series series) {
      intervals.add(series.getIntervalSeconds());
    }

    @Override
    public void started(String run, Json.Obj spec) {}

    @Override
    public void progress(long barsCompleted, long bars) {}

    @Override
    public void logged(UntrustedText line) {}

    @Override
    public void without(String file, Refusal refusal) {}
  }
}
