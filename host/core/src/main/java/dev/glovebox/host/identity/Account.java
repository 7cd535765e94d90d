package dev.glovebox.host.identity;

import dev.glovebox.host.model.TeamId;
import java.util.regex.Pattern;

/**
 * Capital and positions of one owner; from the host's configuration alone.
 *
 * @param id unique within the team, {@code [A-Za-z0-9._-]{1,64}}
 * @param owner accountable identity by the one derivation
 * @param currency {@code [A-Z0-9]{3,8}}
 * @param runsMax most runs at once for the account, 1 to {@value #RUNS_MAX}
 */
public record Account(TeamId team, String id, String owner, String currency, int runsMax) {
  /** Most runs at once that a configuration may allow. */
  public static final int RUNS_MAX = 1024;

  /** Most runs at once when the configuration does not say. */
  public static final int RUNS_DEFAULT = 16;

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
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

  /** Describes an account with the usual cap on its runs. */
  public Account(TeamId team, String id, String owner, String currency) {
    this(team, id, owner, currency, RUNS_DEFAULT);
  }

  /** Returns the resource name, {@code teams/T/accounts/A}. */
  public String resourceName() {
    return "teams/" + team + "/accounts/" + id;
  }
}
