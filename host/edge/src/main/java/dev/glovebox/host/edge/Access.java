package dev.glovebox.host.edge;

import dev.glovebox.host.identity.Caller;
import dev.glovebox.host.identity.Role;
import java.util.Set;

/** Who may call one RPC. */
sealed interface Access {
  /** Every caller that the host knows, whatever its roles. */
  record AnyKnownCaller() implements Access {}

  /** Callers with at least one of these roles. */
  record AnyOf(Set<Role> roles) implements Access {
    /** Copies the roles; an RPC without any would be nobody's. */
    public AnyOf {
      roles = Set.copyOf(roles);
      if (roles.isEmpty()) {
        throw new IllegalArgumentException("an RPC without a role is nobody's");
      }
    }
  }

  /** Returns whether {@code caller} may call. */
  default boolean admits(Caller caller) {
    return switch (this) {
      case AnyKnownCaller() -> true;
      case AnyOf(Set<Role> roles) -> roles.stream().anyMatch(caller::has);
    };
  }
}
