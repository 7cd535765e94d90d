package dev.glovebox.host.identity;

import dev.glovebox.host.model.TeamId;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The one derivation of an accountable identity.
 *
 * @param team the team the identity belongs to
 * @param text {@code <team>/<name>} for a certificate, {@code local:<user>} for the private host
 */
public record OwnerId(TeamId team, String text) {
  /** Team of a private host's only caller. */
  public static final TeamId LOCAL_TEAM = new TeamId("local");

  /** Form of a principal's name. */
  public static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

  /** Longest URI that is looked at, in characters. */
  public static final int URI_CHARACTERS_MAX = 256;

  private static final int USER_CHARACTERS_MAX = 64;
  private static final Pattern SAN =
      Pattern.compile("glovebox://([A-Za-z0-9.-]{1,64})/teams/([^/]+)/principals/([^/]+)");

  /** Returns the identity of the user whose private host this is. */
  public static OwnerId ofLocalUser(String user) {
    String shown = user.replaceAll("[^A-Za-z0-9._-]", "_");
    return new OwnerId(
        LOCAL_TEAM, "local:" + shown.substring(0, Math.min(shown.length(), USER_CHARACTERS_MAX)));
  }

  /** Returns the identity of a team's principal. */
  public static OwnerId ofPrincipal(TeamId team, String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("a principal's name is " + NAME);
    }
    return new OwnerId(team, team + "/" + name);
  }

  /**
   * Derives the identity from a certificate's one URI SAN, {@code
   * glovebox://<origin>/teams/<team>/principals/<name>}.
   *
   * @param origin the host's own; a certificate for another origin is nobody here
   * @return empty if the URI has another form, byte for byte: nothing is decoded or normalised
   */
  public static Optional<OwnerId> ofSubjectAlternativeName(String uri, String origin) {
    if (uri.length() > URI_CHARACTERS_MAX) {
      return Optional.empty();
    }
    Matcher matcher = SAN.matcher(uri);
    if (!matcher.matches() || !matcher.group(1).equals(origin)) {
      return Optional.empty();
    }
    try {
      return Optional.of(ofPrincipal(new TeamId(matcher.group(2)), matcher.group(3)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Returns the SAN that {@link #ofSubjectAlternativeName} reads. */
  public static URI subjectAlternativeName(String origin, TeamId team, String name) {
    return URI.create("glovebox://" + origin + "/teams/" + team + "/principals/" + name);
  }
}
