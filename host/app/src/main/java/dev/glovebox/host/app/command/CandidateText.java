package dev.glovebox.host.app.command;

import dev.glovebox.host.model.Json;
import dev.glovebox.host.model.UntrustedText;
import dev.glovebox.proto.api.v1.Candidate;
import dev.glovebox.proto.api.v1.CandidateState;
import java.util.Map;

/** Candidates for the terminal and as JSON. */
final class CandidateText {
  private CandidateText() {}

  /** Returns one line: name, state, owner, artifact, file. */
  static String line(Candidate candidate) {
    return shown(candidate.getName())
        + " "
        + state(candidate.getState())
        + " "
        + shown(candidate.getOwner())
        + " "
        + shown(candidate.getArtifactSha256())
        + " "
        + shown(candidate.getFileName());
  }

  static Json json(Candidate candidate) {
    return Json.of(
        Map.ofEntries(
            Map.entry("name", text(candidate.getName())),
            Map.entry("state", Json.of(state(candidate.getState()))),
            Map.entry("owner", text(candidate.getOwner())),
            Map.entry("language", text(candidate.getLanguage())),
            Map.entry("file_name", text(candidate.getFileName())),
            Map.entry("artifact_sha256", text(candidate.getArtifactSha256())),
            Map.entry("prepared_sha256", text(candidate.getPreparedSha256())),
            Map.entry("rule_set_sha256", text(candidate.getRuleSetSha256())),
            Map.entry("strategy_manifest_sha256", text(candidate.getStrategyManifestSha256())),
            Map.entry("findings", Findings.json(candidate)),
            Map.entry("preparation_refusal", Findings.json(candidate.getPreparationRefusal()))));
  }

  private static String state(CandidateState state) {
    return switch (state) {
      case CANDIDATE_STATE_SUBMITTED -> "SUBMITTED";
      case CANDIDATE_STATE_ANALYZED -> "ANALYZED";
      case CANDIDATE_STATE_FLAGGED -> "FLAGGED";
      case CANDIDATE_STATE_PROMOTED -> "PROMOTED";
      case CANDIDATE_STATE_WITHDRAWN -> "WITHDRAWN";
      case CANDIDATE_STATE_UNSPECIFIED, UNRECOGNIZED -> "UNKNOWN";
    };
  }

  private static String shown(String text) {
    return new UntrustedText(text).forTerminal();
  }

  private static Json text(String text) {
    return new UntrustedText(text).forJson();
  }
}
