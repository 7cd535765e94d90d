package dev.glovebox.host.identity;

import dev.glovebox.host.model.TeamId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Whose accounts there are and who answers for whom. Immutable. */
public final class Directory {
  /** Most accounts of one host. */
  public static final int ACCOUNTS_MAX = 10_000;

  private final Map<String, Account> accounts;
  private final Map<String, String> sponsors;
  private final Set<String> reviewers;

  /**
   * Registers what a configuration says.
   *
   * @throws IllegalArgumentException if an account is named twice or belongs to nobody that is
   *     known, if a sponsor is not another principal of the same team, or if there are too many
   */
  public Directory(List<Principals.Principal> principals, List<Account> accounts) {
    if (accounts.size() > ACCOUNTS_MAX) {
      throw new IllegalArgumentException("more than " + ACCOUNTS_MAX + " accounts");
    }
    Set<String> owners = new HashSet<>();
    principals.forEach(
        principal -> owners.add(OwnerId.ofPrincipal(principal.team(), principal.name()).text()));
    this.sponsors = sponsors(principals, owners);
    this.reviewers =
        principals.stream()
            .filter(principal -> principal.roles().contains(Role.REVIEWER))
            .map(principal -> OwnerId.ofPrincipal(principal.team(), principal.name()).text())
            .collect(Collectors.toUnmodifiableSet());
    Map<String, Account> byName = new TreeMap<>();
    for (Account account : accounts) {
      if (!account.owner().map(owners::contains).orElse(true)) {
        throw new IllegalArgumentException(
            "account " + account.resourceName() + " has an owner whom nobody knows");
      }
      if (byName.put(account.resourceName(), account) != null) {
        throw new IllegalArgumentException("account " + account.resourceName() + " is named twice");
      }
    }
    this.accounts = Map.copyOf(byName);
  }

  private static Map<String, String> sponsors(
      List<Principals.Principal> principals, Set<String> owners) {
    Map<String, String> sponsors = new TreeMap<>();
    for (Principals.Principal principal : principals) {
      String owner = OwnerId.ofPrincipal(principal.team(), principal.name()).text();
      principal
          .sponsor()
          .map(name -> OwnerId.ofPrincipal(principal.team(), name).text())
          .ifPresent(sponsor -> {
            if (!owners.contains(sponsor) || sponsor.equals(owner)) {
              throw new IllegalArgumentException(
                  "sponsor of " + owner + " must be another principal of its team");
            }
            sponsors.put(owner, sponsor);
          });
    }
    return Map.copyOf(sponsors);
  }

  /** Returns the directory of a host that knows nobody but its user: no accounts, no sponsors. */
  public static Directory empty() {
    return new Directory(List.of(), List.of());
  }

  /** Returns a team's account. */
  public Optional<Account> account(TeamId team, String id) {
    return account(Account.resourceName(team, id));
  }

  /** Returns the account of a resource name, {@code teams/T/accounts/A}. */
  public Optional<Account> account(String resourceName) {
    return Optional.ofNullable(accounts.get(resourceName));
  }

  /** Returns whether {@code owner} is registered as a reviewer. */
  public boolean isReviewer(String owner) {
    return reviewers.contains(owner);
  }

  /** Returns the person who answers for {@code owner}, if one is registered. */
  public Optional<String> sponsorOf(String owner) {
    return Optional.ofNullable(sponsors.get(owner));
  }
}
