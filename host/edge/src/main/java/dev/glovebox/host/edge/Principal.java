package dev.glovebox.host.edge;

import dev.glovebox.host.identity.Role;
import dev.glovebox.host.model.TeamId;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One line of the host's configuration: who may connect, and as what.
 *
 * @param name the last part of the certificate's URI, {@code [a-z0-9][a-z0-9-]{0,63}}
 */
public record Principal(TeamId team, String name, Set<Role> roles) {
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

  /** Checks the name and copies the roles. */
  public Principal {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("a principal is [a-z0-9][a-z0-9-]{0,63}");
    }
    roles = Set.copyOf(roles);
  }

  /** Returns the one URI that its certificate carries on the host {@code origin}. */
  public String uri(String origin) {
    return "glovebox://" + origin + "/teams/" + team + "/principals/" + name;
  }

  /** Returns the accountable identity, for example {@code alpha/builder}. */
  public String owner() {
    return team + "/" + name;
  }
}
