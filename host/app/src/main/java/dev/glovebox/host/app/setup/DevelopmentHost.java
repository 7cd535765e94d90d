package dev.glovebox.host.app.setup;

import dev.glovebox.host.app.host.Folders;
import dev.glovebox.host.audit.Environment;
import dev.glovebox.host.audit.Origin;
import dev.glovebox.host.clock.Clock;
import dev.glovebox.host.identity.OwnerId;
import dev.glovebox.host.identity.Role;
import dev.glovebox.host.keys.FileKeys;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.model.TeamId;
import dev.glovebox.session.PoolBudget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Lays out a development host: authority, host, principals, reviewer and auditor in folders apart.
 *
 * <p>Each folder is meant for another person or machine; here they lie side by side, which is why
 * the origin says development.
 */
public final class DevelopmentHost {
  private static final Map<String, Role> PRINCIPALS =
      new TreeMap<>(
          Map.of(
              "agent", Role.AGENT,
              "reviewer", Role.REVIEWER,
              "operator", Role.OPERATOR,
              "auditor", Role.AUDITOR));

  private final Path folder;
  private final TeamId team;
  private final String listen;
  private final List<String> names;
  private final Path limits;

  /**
   * Describes the host.
   *
   * @param listen {@code HOST:PORT} of the TLS listener
   * @param names further DNS names of the host's certificate
   * @param limits the limits file that is copied
   */
  public DevelopmentHost(Path folder, TeamId team, String listen, List<String> names, Path limits) {
    this.folder = folder;
    this.team = team;
    this.listen = listen;
    this.names = List.copyOf(names);
    this.limits = limits;
  }

  /**
   * Writes everything and returns the origin.
   *
   * @throws Refusal CONFIG_INVALID if the folder has something in it
   */
  public Origin write(Clock clock, SecureRandom random) {
    mustBeEmpty();
    Origin origin = Origin.random(random);
    Path host = Folders.own(folder.resolve("host"));
    Path keys = host.resolve("data").resolve("keys");
    Folders.own(host.resolve("data"));
    FileKeys made = FileKeys.create(keys, origin.keyName(Environment.DEVELOPMENT), random);

    CertificateAuthority authority =
        new CertificateAuthority(
            origin.value(), Instant.EPOCH.plus(clock.nowMicros(), ChronoUnit.MICROS), random);
    Path ca = Folders.own(folder.resolve("ca"));
    write(ca.resolve("ca.pem"), authority.own().certificate());
    Folders.writeSecret(ca.resolve("ca.key"), authority.own().key());

    CertificateAuthority.Identity hostIdentity = authority.host(origin.value(), names);
    write(host.resolve("certificate.pem"), hostIdentity.certificate());
    Folders.writeSecret(host.resolve("key.pem"), hostIdentity.key());
    write(host.resolve("client-ca.pem"), authority.own().certificate());
    write(host.resolve("limits.toml"), read(limits));
    Reviewers reviewers = new Reviewers(folder, origin, team, clock, random);
    String root = reviewers.makeRoot(ca);
    reviewers.enrol("reviewer", Folders.own(folder.resolve("reviewer")), host);
    write(host.resolve("glovebox.toml"), configuration(root));

    PRINCIPALS.keySet().forEach(name -> principal(name, origin, authority));
    write(
        Folders.own(folder.resolve("auditor")).resolve("verification.vkey"),
        made.checkpointKey().text() + "\n");
    Folders.writeSecret(
        folder.resolve("auditor").resolve("epoch.keys"), read(keys.resolve(FileKeys.EPOCH_FILE)));
    return origin;
  }

  private void principal(String name, Origin origin, CertificateAuthority authority) {
    Path own = Folders.own(folder.resolve("principals").resolve(name));
    CertificateAuthority.Identity identity =
        authority.principal(
            OwnerId.subjectAlternativeName(origin.value(), team, name).toString(),
            team + " " + name);
    write(own.resolve("certificate.pem"), identity.certificate());
    Folders.writeSecret(own.resolve("key.pem"), identity.key());
    write(own.resolve("ca.pem"), authority.own().certificate());
  }

  private String configuration(String root) {
    StringBuilder text = new StringBuilder(settings(root));
    PRINCIPALS.forEach((name, role) ->
        text.append(
            """

            [[principals]]
            name = "%s"
            team = "%s"
            roles = ["%s"]
            """
                    .formatted(name, team, role)
                + sponsor(name)));
    text.append(
        """

        [[accounts]]
        id = "paper-1"
        team = "%s"
        owner = "agent"
        currency = "USD"
        """
            .formatted(team));
    return text.toString();
  }

  private String settings(String root) {
    return """
    # A development host. Relative paths start at this file's folder.
    version = 1
    environment = "development"
    data = "data"
    tier_floor = "process"
    workers_max = 4

    [listen]
    unix = "run/host.sock"
    tls = "%s"

    [tls]
    certificate = "certificate.pem"
    key = "key.pem"
    client_ca = "client-ca.pem"

    [audit]
    # The second copy of every checkpoint; best on another machine or under another user.
    second_place = "second/checkpoints.log"

    [limits]
    file = "limits.toml"

    [pool]
    # Memory for processes that wait for their run or source; 0: each is started when needed.
    memory_mebibytes = %d
    # Whose workers wait: gate, bulk.
    profiles = ["gate"]

    [approval]
    # The offline root, whose key lies in ca/ and never here. It signs who reviews.
    root = "%s"
    enrolments = ["enrolments/reviewer.json"]
    # Ids of keys that count no more, as "name+id".
    revoked = []
    # Whether a promotion must cite a report of honesty checks: required or optional.
    checks = "required"
    """
        .formatted(listen, PoolBudget.MEBIBYTES_DEFAULT, root);
  }

  /** The person who answers for the agent can never approve what it wrote. */
  private static String sponsor(String name) {
    return name.equals("agent") ? "sponsor = \"operator\"\n" : "";
  }

  private void mustBeEmpty() {
    Folders.own(folder);
    try (Stream<Path> entries = Files.list(folder)) {
      if (entries.findAny().isPresent()) {
        throw new Refusal(
            Code.CONFIG_INVALID, folder + " is not empty; keys are never written over others");
      }
    } catch (IOException e) {
      throw new Refusal(Code.FILE_UNREADABLE, folder + " cannot be read");
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new Refusal(Code.FILE_UNREADABLE, file + " cannot be read");
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new Refusal(Code.FILE_UNREADABLE, file + " cannot be written");
    }
  }
}
