package dev.glovebox.host.identity;

import dev.glovebox.host.model.TeamId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Who the host knows and what they may do; from its configuration alone. Immutable. */
public final class Principals {
  /** Most principals of one host. */
  public static final int PRINCIPALS_MAX = 10_000;

  private final String origin;
  private final Map<String, Caller> callers;

  /**
   * Registers {@code principals}.
   *
   * @throws IllegalArgumentException if one is named twice, has no role, or there are too many
   */
  public Principals(String origin, List<Principal> principals) {
    this.origin = origin;
    if (principals.size() > PRINCIPALS_MAX) {
      throw new IllegalArgumentException("more than " + PRINCIPALS_MAX + " principals");
    }
    Map<String, Caller> byOwner = new TreeMap<>();
    for (Principal principal : principals) {
      if (principal.roles().isEmpty()) {
        throw new IllegalArgumentException("principal " + principal.name() + " has no role");
      }
      OwnerId owner = OwnerId.ofPrincipal(principal.team(), principal.name());
      Caller caller = new Caller(principal.team(), owner.text(), principal.roles());
      if (byOwner.put(owner.text(), caller) != null) {
        throw new IllegalArgumentException("principal " + owner.text() + " is named twice");
      }
    }
    this.callers = Map.copyOf(byOwner);
  }

  /**
   * One {@code [[principals]]} table.
   *
   * @param sponsor name of the team's principal who answers for this one; agents have one
   */
  public record Principal(String name, TeamId team, Set<Role> roles, Optional<String> sponsor) {
    /** Copies the roles. */
    public Principal {
      roles = Set.copyOf(roles);
    }

    /** Registers a principal without a sponsor. */
    public Principal(String name, TeamId team, Set<Role> roles) {
      this(name, team, roles, Optional.empty());
    }
  }

  /** Returns the caller a certificate's URI SAN names; empty if the host does not know it. */
  public Optional<Caller> byCertificate(String uri) {
    return OwnerId.ofSubjectAlternativeName(uri, origin)
        .flatMap(owner -> Optional.ofNullable(callers.get(owner.text())));
  }

  /** Returns the caller of a private host: everything but the gates, which need a second person. */
  public static Caller localCaller(String user) {
    OwnerId owner = OwnerId.ofLocalUser(user);
    return new Caller(
        owner.team(), owner.text(), EnumSet.of(Role.AGENT, Role.OPERATOR, Role.AUDITOR));
  }
}
