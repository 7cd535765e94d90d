package dev.glovebox.host.model;

import java.util.regex.Pattern;

/** One run of the honesty checks on a candidate. Unique within its team. */
public record CheckId(TeamId team, String value) {
  private static final Pattern FORM = Pattern.compile("check-[0-9a-z]{8,40}");

  /** Checks the form {@code check-[0-9a-z]{8,40}}. */
  public CheckId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("the id is check-[0-9a-z]{8,40}");
    }
  }

  /** Returns the resource name, for example {@code teams/alpha/checks/check-01234567}. */
  public String resourceName() {
    return "teams/" + team + "/checks/" + value;
  }

  @Override
  public String toString() {
    return value;
  }
}
