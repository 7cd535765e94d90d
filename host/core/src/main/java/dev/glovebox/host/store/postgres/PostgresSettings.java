package dev.glovebox.host.store.postgres;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.function.LongSupplier;

/**
 * What an embedded PostgreSQL needs to know; all of it comes from the host's configuration.
 *
 * @param data the host's data folder; exists
 * @param cache where unpacked programs and the template cluster are kept
 * @param shared where they and the cluster go when the host is root and {@code nobody} cannot
 *     traverse the other two; created with mode 0755
 * @param sockets where the 0700 folder of the unix socket is made; {@code /tmp} if that is too deep
 *     for a socket's path or closed to the server's account
 * @param hostUser name of the account that the host runs under
 * @param osName the JDK's {@code os.name}
 * @param osArch the JDK's {@code os.arch}
 * @param random source of passwords
 * @param monotonicNanos the clock's monotonic time
 * @param keep false for a private host with temporary data: the cluster is deleted on close
 */
public record PostgresSettings(
    Path data,
    Path cache,
    Path shared,
    Path sockets,
    String hostUser,
    String osName,
    String osArch,
    SecureRandom random,
    LongSupplier monotonicNanos,
    boolean keep) {
  /** Default for {@code shared}. */
  public static final Path SHARED_DEFAULT = Path.of("/var/lib/glovebox");

  /** Entropy of a password and of a folder's random name, in bytes. */
  static final int PASSWORD_BYTES = 24;

  private static final int NAME_BYTES = 8;

  String newPassword() {
    return hex(PASSWORD_BYTES);
  }

  String newName() {
    return hex(NAME_BYTES);
  }

  private String hex(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
