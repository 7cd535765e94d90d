package dev.glovebox.host.app.command;

import dev.glovebox.host.app.client.HostAddress;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Refusal;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which served host a command talks to, and as whom; null = not given. */
final class ServedFlags {
  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      description = "The host: HOST:PORT with --identity, or unix:PATH.")
  private @Nullable String hostAddress;

  @Option(
      names = "--identity",
      paramLabel = "DIR",
      description = "Folder with certificate.pem, key.pem and ca.pem: who you are.")
  private @Nullable Path identity;

  /** Returns whether a host was named. */
  boolean given() {
    return hostAddress != null;
  }

  /** Returns the host's address. */
  HostAddress address() {
    if (hostAddress == null) {
      throw new Refusal(
          Code.ARGUMENT_INVALID, "--host is missing: HOST:PORT with --identity, or unix:PATH");
    }
    try {
      return HostAddress.parse(hostAddress, Optional.ofNullable(identity));
    } catch (IllegalArgumentException e) {
      throw new Refusal(Code.ARGUMENT_INVALID, String.valueOf(e.getMessage()));
    }
  }
}
