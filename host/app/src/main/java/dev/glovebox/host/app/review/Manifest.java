package dev.glovebox.host.app.review;

import dev.glovebox.host.approval.ReviewBundle;
import dev.glovebox.host.audit.Checkpoint;
import dev.glovebox.host.audit.Environment;
import dev.glovebox.host.model.CandidateId;
import dev.glovebox.host.model.CanonicalJson;
import dev.glovebox.host.model.CheckId;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Json;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.model.Sha256;
import dev.glovebox.host.model.TeamId;
import dev.glovebox.host.model.UntrustedText;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * {@code manifest.json} as a host sent it: its claims, which {@link Bundle} compares with the
 * files.
 *
 * @param check the report of honesty checks in the bundle
 * @param previous the candidate before this one, by the same owner under the same file name
 * @param approved the one of these that was promoted last
 * @param checkpoint newest checkpoint of the host's log
 */
public record Manifest(
    String origin,
    Environment environment,
    CandidateId candidate,
    String owner,
    String language,
    UntrustedText fileName,
    Map<String, Sha256> hashes,
    String ruleSet,
    Sha256 ruleSetHash,
    boolean flagged,
    Optional<CheckId> check,
    Optional<CandidateId> previous,
    Optional<CandidateId> approved,
    boolean checksRequired,
    Checkpoint checkpoint) {
  /** Copies the map. */
  public Manifest {
    hashes = Map.copyOf(hashes);
  }

  /** Returns the team whose candidate it is. */
  public TeamId team() {
    return candidate.team();
  }

  /**
   * Reads a manifest.
   *
   * @throws Refusal REVIEW_BUNDLE_INVALID
   */
  static Manifest read(byte[] bytes) {
    try {
      if (!(CanonicalJson.parse(bytes) instanceof Json.Obj(var members))) {
        throw new IllegalArgumentException("no object");
      }
      return read(new TreeMap<>(members));
    } catch (IllegalArgumentException e) {
      throw new Refusal(
          Code.REVIEW_BUNDLE_INVALID,
          "manifest.json is not of this build's form: " + e.getMessage());
    }
  }

  private static Manifest read(Map<String, Json> members) {
    if (!Json.of(ReviewBundle.VERSION).equals(members.get("v"))) {
      throw new IllegalArgumentException("v is " + ReviewBundle.VERSION);
    }
    TeamId team = new TeamId(text(members, "team"));
    Map<String, Sha256> hashes = new TreeMap<>();
    hashes.put("artifact", new Sha256(text(members, "artifact_sha256")));
    hashes.put("prepared", new Sha256(text(members, "prepared_sha256")));
    hashes.put("line_map.json", new Sha256(text(members, "line_map_sha256")));
    hashes.put("findings.json", new Sha256(text(members, "findings_sha256")));
    hashes.put("strategy_manifest.json", new Sha256(text(members, "strategy_manifest_sha256")));
    Optional<CandidateId> previous = earlier(ReviewBundle.PREVIOUS, team, members, hashes);
    Optional<CandidateId> approved = earlier(ReviewBundle.APPROVED, team, members, hashes);
    String check = text(members, "check");
    if (!check.isEmpty()) {
      hashes.put("check.json", new Sha256(text(members, "check_sha256")));
    }
    Checkpoint checkpoint = Checkpoint.parse(text(members, "checkpoint"));
    if (!checkpoint.origin().equals(text(members, "origin"))) {
      throw new IllegalArgumentException("the checkpoint is of another origin");
    }
    return new Manifest(
        text(members, "origin"),
        environment(text(members, "environment")),
        new CandidateId(team, child(team, "candidates", text(members, "candidate"))),
        text(members, "owner"),
        text(members, "language"),
        new UntrustedText(text(members, "file_name")),
        hashes,
        text(members, "rule_set"),
        new Sha256(text(members, "rule_set_sha256")),
        bool(members, "flagged"),
        check.isEmpty()
            ? Optional.empty()
            : Optional.of(new CheckId(team, child(team, "checks", check))),
        previous,
        approved,
        bool(members, "checks_required"),
        checkpoint);
  }

  private static Optional<CandidateId> earlier(
      String file, TeamId team, Map<String, Json> members, Map<String, Sha256> hashes) {
    String name = text(members, file);
    if (name.isEmpty()) {
      return Optional.empty();
    }
    hashes.put(file, new Sha256(text(members, file + "_sha256")));
    return Optional.of(new CandidateId(team, child(team, "candidates", name)));
  }

  private static String text(Map<String, Json> members, String key) {
    if (members.get(key) instanceof Json.Str(String value)) {
      return value;
    }
    throw new IllegalArgumentException(key + " is no text");
  }

  private static boolean bool(Map<String, Json> members, String key) {
    if (members.get(key) instanceof Json.Bool(boolean value)) {
      return value;
    }
    throw new IllegalArgumentException(key + " is neither true nor false");
  }

  private static Environment environment(String text) {
    for (Environment environment : Environment.values()) {
      if (environment.text().equals(text)) {
        return environment;
      }
    }
    throw new IllegalArgumentException("environment is development or production");
  }

  private static String child(TeamId team, String collection, String name) {
    String prefix = "teams/" + team + '/' + collection + '/';
    if (!name.startsWith(prefix)) {
      throw new IllegalArgumentException("a name of another team or kind");
    }
    return name.substring(prefix.length());
  }
}
