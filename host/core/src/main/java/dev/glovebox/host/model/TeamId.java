package dev.glovebox.host.model;

import java.util.regex.Pattern;

/** A team: the first part of every resource name, key, path and payload address. */
public record TeamId(String value) {
  private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,31}");

  /** Checks the form {@code [a-z0-9][a-z0-9-]{0,31}}. */
  public TeamId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("a team is [a-z0-9][a-z0-9-]{0,31}");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
