package dev.glovebox.host.identity;

import dev.glovebox.host.model.TeamId;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One account that runs trade for; from the host's configuration alone.
 *
 * @param owner whose candidates may trade for it, by the one derivation; empty refuses every run
 * @param runsMax most runs at once, at least 1
 */
public record Account(TeamId team, String id, Optional<String> owner, int runsMax) {
  /** Form of an account's id. */
  public static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  /** Most runs at once that a configuration may allow. */
  public static final int RUNS_MAX = 1024;

  /** Checks the id and the cap. */
  public Account {
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException("an account's id is " + ID);
    }
    if (runsMax < 1 || runsMax > RUNS_MAX) {
      throw new IllegalArgumentException("runs_max is 1 to " + RUNS_MAX);
    }
  }

  /** Returns {@code teams/T/accounts/A}. */
  public String resourceName() {
    return resourceName(team, id);
  }

  /** Returns the name of an account that may not exist. */
  public static String resourceName(TeamId team, String id) {
    return "teams/" + team + "/accounts/" + id;
  }
}
