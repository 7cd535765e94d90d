package dev.glovebox.host.runner;

import dev.glovebox.host.identity.Account;
import java.util.Optional;

/** Finds the accounts of the host's configuration. */
@FunctionalInterface
public interface AccountBook {
  /** Returns the account that a RunSpec names, {@code teams/T/accounts/A}. */
  Optional<Account> find(String resourceName);
}
