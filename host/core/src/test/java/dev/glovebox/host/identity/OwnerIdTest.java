package dev.glovebox.host.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glovebox.host.model.TeamId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OwnerIdTest {
  private static final String ORIGIN = "glovebox-0123456789abcdef";
  private static final TeamId ALPHA = new TeamId("alpha");

  @Test
  void readsTheOneForm() {
    String uri = OwnerId.subjectAlternativeName(ORIGIN, ALPHA, "ann.b-c_d").toString();
    assertThat(uri).isEqualTo("glovebox://" + ORIGIN + "/teams/alpha/principals/ann.b-c_d");
    assertThat(OwnerId.ofSubjectAlternativeName(uri, ORIGIN))
        .contains(new OwnerId(ALPHA, "alpha/ann.b-c_d"));
  }

  @Test
  void readsNothingElse() {
    List<String> others =
        List.of(
            "",
            "glovebox://glovebox-ffffffffffffffff/teams/alpha/principals/ann",
            "GLOVEBOX://" + ORIGIN + "/teams/alpha/principals/ann",
            "glovebox://" + ORIGIN + "/teams/alpha/principals/ann/",
            "glovebox://" + ORIGIN + "/teams/alpha/principals/",
            "glovebox://" + ORIGIN + "/teams/alpha/principals/a%6En",
            "glovebox://" + ORIGIN + "/teams/alpha/principals/ann?x",
            "glovebox://" + ORIGIN + "/teams/al/pha/principals/ann",
            "glovebox://" + ORIGIN + "/teams/../principals/ann",
            "glovebox://" + ORIGIN + ":1/teams/alpha/principals/ann",
            "glovebox://user@" + ORIGIN + "/teams/alpha/principals/ann",
            "glovebox://" + ORIGIN + "/teams/alpha/principals/ann\n",
            "glovebox://" + ORIGIN + "/teams/alpha/principals/" + "a".repeat(65),
            "https://" + ORIGIN + "/teams/alpha/principals/ann");
    assertThat(others)
        .allSatisfy(
            uri -> assertThat(OwnerId.ofSubjectAlternativeName(uri, ORIGIN)).as(uri).isEmpty());
  }

  @Test
  void namesThePrivateHostsUser() {
    Caller caller = Principals.localCaller("jo é");
    assertThat(caller.owner()).isEqualTo("local:jo__");
    assertThat(caller.team()).isEqualTo(OwnerId.LOCAL_TEAM);
    assertThat(caller.roles()).containsExactlyInAnyOrder(Role.AGENT, Role.OPERATOR, Role.AUDITOR);
  }

  @Test
  void knowsOnlyConfiguredPrincipals() {
    Principals principals =
        new Principals(ORIGIN, List.of(new Principals.Principal("ann", ALPHA, Set.of(Role.AGENT))));
    assertThat(principals.byCertificate("glovebox://" + ORIGIN + "/teams/alpha/principals/ann"))
        .isEqualTo(Optional.of(new Caller(ALPHA, "alpha/ann", Set.of(Role.AGENT))));
    assertThat(principals.byCertificate("glovebox://" + ORIGIN + "/teams/alpha/principals/bob"))
        .isEmpty();
    assertThat(principals.byCertificate("glovebox://" + ORIGIN + "/teams/beta/principals/ann"))
        .isEmpty();
  }

  @Test
  void refusesAmbiguousConfiguration() {
    Principals.Principal ann = new Principals.Principal("ann", ALPHA, Set.of(Role.AGENT));
    assertThatThrownBy(() -> new Principals(ORIGIN, List.of(ann, ann)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("alpha/ann");
    assertThatThrownBy(
            () -> new Principals(ORIGIN, List.of(new Principals.Principal("ann", ALPHA, Set.of()))))
        .hasMessageContaining("no role");
  }
}
