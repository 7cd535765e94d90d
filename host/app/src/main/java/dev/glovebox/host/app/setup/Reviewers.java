package dev.glovebox.host.app.setup;

import dev.glovebox.host.app.host.Folders;
import dev.glovebox.host.approval.Enrolment;
import dev.glovebox.host.approval.Statement.Validity;
import dev.glovebox.host.audit.Origin;
import dev.glovebox.host.clock.Clock;
import dev.glovebox.host.identity.OwnerId;
import dev.glovebox.host.keys.StatementKey;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.model.TeamId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;

/** The offline root of the gates, and the reviewers whom it enrols. */
public final class Reviewers {
  /** Name of the root's key file, in {@code ca/}. */
  public static final String ROOT_FILE = "root.key";

  /** Name of a reviewer's key file, in the reviewer's own folder. */
  public static final String KEY_FILE = "reviewer.key";

  private static final Duration ENROLLED = Enrolment.ENROLMENT_DAYS_MAX;
  private static final long CLOCKS_APART_MAX_MICROS = Duration.ofMinutes(5).toNanos() / 1_000;

  private final Path folder;
  private final Origin origin;
  private final TeamId team;
  private final Clock clock;
  private final SecureRandom random;

  /** Describes the reviewers of the host in {@code folder}. */
  public Reviewers(Path folder, Origin origin, TeamId team, Clock clock, SecureRandom random) {
    this.folder = folder;
    this.origin = origin;
    this.team = team;
    this.clock = clock;
    this.random = random;
  }

  /** Makes the root's key and returns its public half as text. */
  String makeRoot(Path ca) {
    return StatementKey.create(ca.resolve(ROOT_FILE), origin + "/root", random)
        .verificationKey()
        .text();
  }

  /**
   * Makes a key for the principal {@code name} in {@code own} and has the root enrol it at {@code
   * host}.
   */
  public void enrol(String name, Path own, Path host) {
    StatementKey root = StatementKey.open(folder.resolve("ca").resolve(ROOT_FILE));
    StatementKey key =
        StatementKey.create(own.resolve(KEY_FILE), origin + "/reviewers/" + name, random);
    long from = clock.nowMicros() - CLOCKS_APART_MAX_MICROS;
    Enrolment enrolment =
        new Enrolment(
            origin.value(),
            team,
            OwnerId.ofPrincipal(team, name).text(),
            key.verificationKey(),
            new Validity(from, from + ENROLLED.toNanos() / 1_000));
    write(own.resolve("reviewer.vkey"), key.verificationKey().text() + "\n");
    write(
        own.resolve("reviewer.pem"),
        Pem.text("PUBLIC KEY", key.verificationKey().subjectPublicKeyInfo()));
    write(
        Folders.own(host.resolve("enrolments")).resolve(name + ".json"),
        new String(enrolment.signedBy(root).bytes(), java.nio.charset.StandardCharsets.UTF_8)
            + "\n");
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new Refusal(Code.FILE_UNREADABLE, file + " cannot be written");
    }
  }
}
