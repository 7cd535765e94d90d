package dev.glovebox.host.identity;

import dev.glovebox.host.model.TeamId;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One account that runs trade for; from the host's configuration alone.
 *
 * @param id unique within the team
 * @param owner whose candidates may trade for it, by the one derivation; empty refuses every run
 * @param currency {@code [A-Z0-9]{3,8}}
 * @param runsMax most runs at once
 */
public record Account(
    TeamId team, String id, Optional<String> owner, String currency, int runsMax) {
  /** Form of an account's id. */
  public static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  /** Most runs at once that a configuration may allow. */
  public static final int RUNS_MAX = 1024;

  private static final Pattern CURRENCY = Pattern.compile("[A-Z0-9]{3,8}");

  /** Checks the forms. */
  public Account {
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException("an account's id is " + ID);
    }
    if (!CURRENCY.matcher(currency).matches()) {
      throw new IllegalArgumentException("a currency is " + CURRENCY);
    }
    if (runsMax < 1 || runsMax > RUNS_MAX) {
      throw new IllegalArgumentException("runs_max is 1 to " + RUNS_MAX);
    }
  }

  /** Returns the resource name, {@code teams/T/accounts/A}. */
  public String resourceName() {
    return resourceName(team, id);
  }

  /** Returns the name of an account that may not exist. */
  public static String resourceName(TeamId team, String id) {
    return "teams/" + team + "/accounts/" + id;
  }
}
