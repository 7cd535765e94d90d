package dev.glovebox.host.app.command;

import dev.glovebox.host.app.review.Bundle;
import dev.glovebox.host.approval.Statement.Validity;
import dev.glovebox.host.keys.Dsse;
import dev.glovebox.host.keys.StatementKey;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The flags of a command that signs or hands in an approval; null = not given. */
final class SigningFlags {
  private static final Pattern DURATION = Pattern.compile("([1-9][0-9]{0,5})([mhd])");
  private static final Pattern KEY_NAME =
      Pattern.compile("[^/]+/reviewers/([a-z0-9][a-z0-9._-]{0,63})");

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description = "The reviewer's own key; signs here, never leaves this machine.")
  private @Nullable Path keyFile;

  @Option(
      names = "--bundle",
      paramLabel = "DIR",
      description = "What review --out wrote, instead of asking a host.")
  private @Nullable Path bundleFolder;

  @Option(
      names = "--envelope",
      paramLabel = "FILE",
      description = "With --key: where the signed envelope goes. Without: what is handed in.")
  private @Nullable Path envelopeFile;

  @Option(
      names = "--expires",
      paramLabel = "TIME",
      description = "How long the approval counts, as 90m, 12h or 7d (7d); at most 30d.")
  private String expires = "7d";

  @Option(names = "--yes", description = "Sign without asking.")
  boolean yes;

  @Option(
      names = "--check",
      paramLabel = "CHECK",
      description = "The report of honesty checks to cite (the newest).")
  String check = "";

  boolean signs() {
    return keyFile != null;
  }

  /** Returns the reviewer's key. */
  StatementKey key() {
    if (keyFile == null) {
      throw new Refusal(Code.ARGUMENT_INVALID, "--key is missing");
    }
    return StatementKey.open(keyFile);
  }

  /** Returns the bundle of {@code --bundle}. */
  Optional<Bundle> bundle() {
    return Optional.ofNullable(bundleFolder).map(Bundle::read);
  }

  /** Returns the folder of {@code --bundle}. */
  Path bundleFolder() {
    if (bundleFolder == null) {
      throw new Refusal(Code.ARGUMENT_INVALID, "--bundle DIR is missing");
    }
    return bundleFolder;
  }

  /** Returns whose key it is, by its name; for a machine that knows no certificate. */
  static String signer(StatementKey key, Bundle bundle) {
    Matcher name = KEY_NAME.matcher(key.verificationKey().name());
    if (!name.matches()) {
      throw new Refusal(
          Code.ARGUMENT_INVALID, "the key's name does not end in /reviewers/NAME: whose is it?");
    }
    return bundle.manifest().team() + "/" + name.group(1);
  }

  Duration expires() {
    Matcher parts = DURATION.matcher(expires);
    if (!parts.matches()) {
      throw new Refusal(Code.ARGUMENT_INVALID, "--expires is a number and m, h or d, as in 7d");
    }
    long count = Long.parseLong(parts.group(1));
    Duration time =
        switch (parts.group(2).charAt(0)) {
          case 'm' -> Duration.ofMinutes(count);
          case 'h' -> Duration.ofHours(count);
          default -> Duration.ofDays(count);
        };
    if (time.compareTo(Validity.APPROVAL_DAYS_MAX) > 0) {
      throw new Refusal(
          Code.ARGUMENT_INVALID,
          "--expires is at most " + Validity.APPROVAL_DAYS_MAX.toDays() + "d");
    }
    return time;
  }

  boolean hasEnvelope() {
    return envelopeFile != null;
  }

  /** Reads the envelope that is handed in. */
  byte[] envelope() {
    Path file = path();
    try {
      if (Files.size(file) > Dsse.ENVELOPE_BYTES_MAX) {
        throw new Refusal(Code.APPROVAL_MALFORMED, file + " is too large for an envelope");
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new Refusal(Code.FILE_UNREADABLE, file + " cannot be read");
    }
  }

  /** Writes a signed envelope. */
  void write(byte[] envelope) {
    Path file = path();
    try {
      Files.write(file, envelope);
    } catch (IOException e) {
      throw new Refusal(Code.FILE_UNREADABLE, file + " cannot be written");
    }
  }

  private Path path() {
    if (envelopeFile == null) {
      throw new Refusal(Code.ARGUMENT_INVALID, "--envelope FILE is missing");
    }
    return envelopeFile;
  }
}
