package dev.glovebox.host.payload;

import dev.glovebox.host.model.Sha256;
import dev.glovebox.host.model.TeamId;
import java.util.Optional;

/**
 * Bytes named by their hash, within one team: a global address would tell one team about another.
 *
 * @param bytes length of the content
 */
public record Payload(TeamId team, Sha256 hash, long bytes) {
  private static final String SCHEME = "payload:";

  /** Returns what a record's {@code *_payload_uri} says: {@code payload:<team>/<sha256>}. */
  public String uri() {
    return uri(team, hash);
  }

  /** Returns the address of {@code hash} within {@code team}. */
  public static String uri(TeamId team, Sha256 hash) {
    return SCHEME + team + '/' + hash;
  }

  /** A payload's address. */
  public record Address(TeamId team, Sha256 hash) {}

  /** Reads an address; empty if {@code uri} has another form. */
  public static Optional<Address> parse(String uri) {
    int slash = uri.indexOf('/');
    if (!uri.startsWith(SCHEME) || slash < 0) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Address(
              new TeamId(uri.substring(SCHEME.length(), slash)),
              new Sha256(uri.substring(slash + 1))));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
