package dev.glovebox.host.model;

import java.util.regex.Pattern;

/** A run: one execution of a candidate. Unique within its team. */
public record RunId(TeamId team, String value) {
  private static final Pattern FORM = Pattern.compile("run-[0-9a-z]{8,40}");

  /** Checks the form {@code run-[0-9a-z]{8,40}}. */
  public RunId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("the id is run-[0-9a-z]{8,40}");
    }
  }

  /** Returns the resource name, for example {@code teams/alpha/runs/run-01234567}. */
  public String resourceName() {
    return "teams/" + team + "/runs/" + value;
  }

  @Override
  public String toString() {
    return value;
  }
}
