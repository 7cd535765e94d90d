package dev.glovebox.host.identity;

import dev.glovebox.host.model.TeamId;
import java.util.regex.Pattern;

/**
 * Capital and positions of one owner; from the host's configuration alone.
 *
 * @param id unique within the team, {@code [A-Za-z0-9._-]{1,64}}
 * @param owner accountable identity by the one derivation
 * @param currency {@code [A-Z0-9]{3,8}}
 */
public record Account(TeamId team, String id, String owner, String currency) {
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
  }

  /** Returns the resource name, {@code teams/T/accounts/A}. */
  public String resourceName() {
    return "teams/" + team + "/accounts/" + id;
  }
}
