package dev.glovebox.host.identity;

import dev.glovebox.host.model.TeamId;
import java.util.Set;

/**
 * Who is on the wire now.
 *
 * @param owner accountable identity by the one derivation: {@code <team>/<name>} for a certificate,
 *     {@code local:<user name>} for the private host's socket
 */
public record Caller(TeamId team, String owner, Set<Role> roles) {
  /** Copies the roles. */
  public Caller {
    roles = Set.copyOf(roles);
  }

  /** Returns whether the caller has {@code role}. */
  public boolean has(Role role) {
    return roles.contains(role);
  }
}
