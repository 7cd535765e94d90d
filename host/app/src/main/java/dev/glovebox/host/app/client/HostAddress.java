package dev.glovebox.host.app.client;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a host listens, as {@code --host} says it. */
public sealed interface HostAddress {
  /** A unix socket; the folder it lies in decides who may connect. */
  record Unix(Path socket) implements HostAddress {}

  /**
   * Mutual TLS.
   *
   * @param identity folder with {@code certificate.pem}, {@code key.pem}, {@code ca.pem}
   */
  record Tls(String host, int port, Path identity) implements HostAddress {}

  /** Name in the host's certificate that clients expect, whatever address they dial. */
  String HOST_NAME = "glovebox-host";

  /**
   * Reads {@code unix:PATH}, or {@code HOST:PORT} with an identity.
   *
   * @throws IllegalArgumentException saying what is wrong
   */
  static HostAddress parse(String text, Optional<Path> identity) {
    if (text.startsWith("unix:")) {
      if (identity.isPresent()) {
        throw new IllegalArgumentException("--identity goes with HOST:PORT, not with unix:PATH");
      }
      return new Unix(Path.of(text.substring("unix:".length())));
    }
    Matcher parts = Pattern.compile("(.+):([0-9]{1,5})").matcher(text);
    if (!parts.matches() || Integer.parseInt(parts.group(2)) > 65_535) {
      throw new IllegalArgumentException("--host is unix:PATH or HOST:PORT");
    }
    return new Tls(
        parts.group(1),
        Integer.parseInt(parts.group(2)),
        identity.orElseThrow(
            () -> new IllegalArgumentException("--host HOST:PORT needs --identity DIR")));
  }
}
