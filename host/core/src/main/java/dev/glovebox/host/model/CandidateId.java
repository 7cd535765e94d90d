package dev.glovebox.host.model;

import java.util.regex.Pattern;

/** A candidate: an artifact under review. Unique within its team. */
public record CandidateId(TeamId team, String value) {
  private static final Pattern FORM = Pattern.compile("cand-[0-9a-z]{8,40}");

  /** Checks the form {@code cand-[0-9a-z]{8,40}}. */
  public CandidateId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("the id is cand-[0-9a-z]{8,40}");
    }
  }

  /** Returns the resource name, for example {@code teams/alpha/candidates/cand-01234567}. */
  public String resourceName() {
    return "teams/" + team + "/candidates/" + value;
  }

  @Override
  public String toString() {
    return value;
  }
}
