package dev.glovebox.host.app.command;

import dev.glovebox.host.app.client.HostAddress;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Refusal;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The flags that say which host a command talks to; null = not given. */
final class HostFlags {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "State of the private host (a temporary folder, removed at the end).")
  private @Nullable Path dataFolder;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      description = "Another host: unix:PATH, or HOST:PORT with --identity.")
  private @Nullable String hostAddress;

  @Option(
      names = "--identity",
      paramLabel = "DIR",
      description = "Folder with certificate.pem, key.pem and ca.pem for --host HOST:PORT.")
  private @Nullable Path identity;

  /** Returns the other host's address; empty = a private host. */
  Optional<HostAddress> address() {
    if (hostAddress == null) {
      if (identity != null) {
        throw new Refusal(Code.ARGUMENT_INVALID, "--identity goes with --host HOST:PORT");
      }
      return Optional.empty();
    }
    if (dataFolder != null) {
      throw new Refusal(
          Code.ARGUMENT_INVALID, "--data is a private host's; it does not go with --host");
    }
    try {
      return Optional.of(HostAddress.parse(hostAddress, Optional.ofNullable(identity)));
    } catch (IllegalArgumentException e) {
      throw new Refusal(Code.ARGUMENT_INVALID, String.valueOf(e.getMessage()));
    }
  }

  /** Returns the folder of a private host's state; empty = a temporary one. */
  Optional<Path> data() {
    return Optional.ofNullable(dataFolder);
  }
}
