package dev.glovebox.host.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glovebox.host.model.TeamId;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class DirectoryTest {
  private static final TeamId ALPHA = new TeamId("alpha");
  private static final TeamId BETA = new TeamId("beta");
  private static final Account PAPER =
      new Account(ALPHA, "paper-1", Optional.of("alpha/ann"), "USD", 2);

  @Test
  void findsAccountsOfTheirOwnTeamAlone() {
    Directory directory = new Directory(List.of(principal("ann", "bob"), bob()), List.of(PAPER));
    assertThat(directory.account(ALPHA, "paper-1")).contains(PAPER);
    assertThat(directory.account("teams/alpha/accounts/paper-1")).contains(PAPER);
    assertThat(directory.account(BETA, "paper-1")).isEmpty();
    assertThat(directory.sponsorOf("alpha/ann")).contains("alpha/bob");
    assertThat(directory.sponsorOf("alpha/bob")).isEmpty();
  }

  @Test
  void refusesAnAccountTwiceAndOneOfNobody() {
    assertThatThrownBy(() -> new Directory(List.of(bob(), principal("ann")), twice(PAPER)))
        .hasMessageContaining("named twice");
    assertThatThrownBy(() -> new Directory(List.of(bob()), List.of(PAPER)))
        .hasMessageContaining("nobody knows");
  }

  @Test
  void refusesASponsorThatIsUnknownOrThePrincipalItself() {
    assertThatThrownBy(() -> new Directory(List.of(principal("ann", "eve")), List.of()))
        .hasMessageContaining("another principal");
    assertThatThrownBy(() -> new Directory(List.of(principal("ann", "ann")), List.of()))
        .hasMessageContaining("another principal");
  }

  @Test
  void refusesOneAccountTooMany() {
    List<Account> most = Collections.nCopies(Directory.ACCOUNTS_MAX + 1, PAPER);
    assertThatThrownBy(() -> new Directory(List.of(principal("ann")), most))
        .hasMessageContaining("more than");
  }

  @Test
  void knowsWhoReviews() {
    Directory directory = new Directory(List.of(bob(), eve()), List.of());
    assertThat(directory.isReviewer("alpha/eve")).isTrue();
    assertThat(directory.isReviewer("alpha/bob")).isFalse();
    assertThat(directory.isReviewer("alpha/gone")).isFalse();
  }

  @Test
  void letsAnAccountHaveNoOwnerAndNoMoreRunsThanItsCapAllows() {
    Account orphan = new Account(ALPHA, "x", Optional.empty(), "USD", Account.RUNS_MAX);
    assertThat(new Directory(List.of(), List.of(orphan)).account(ALPHA, "x")).contains(orphan);
    assertThatThrownBy(() -> new Account(ALPHA, "x", Optional.empty(), "USD", Account.RUNS_MAX + 1))
        .hasMessageContaining("runs_max is 1 to 1024");
    assertThatThrownBy(() -> new Account(ALPHA, "x", Optional.empty(), "USD", 0))
        .hasMessageContaining("runs_max");
  }

  private static Principals.Principal eve() {
    return new Principals.Principal("eve", ALPHA, Set.of(Role.REVIEWER));
  }

  private static List<Account> twice(Account account) {
    return List.of(account, account);
  }

  private static Principals.Principal bob() {
    return new Principals.Principal("bob", ALPHA, Set.of(Role.OPERATOR));
  }

  private static Principals.Principal principal(String name, String... sponsor) {
    return new Principals.Principal(
        name, ALPHA, Set.of(Role.AGENT), List.of(sponsor).stream().findFirst());
  }

  @Test
  void anEmptyDirectoryKnowsNobody() {
    assertThat(Directory.empty().account(ALPHA, "paper-1")).isEqualTo(Optional.empty());
  }
}
