package dev.glovebox.host.edge;

import dev.glovebox.host.identity.Caller;
import dev.glovebox.host.identity.Principals;
import java.net.InetSocketAddress;
import java.nio.file.Path;

/** How callers reach the host. There is no plaintext TCP, in any build. */
public sealed interface Transport {
  /**
   * A unix socket; its folder must be the host's own, mode 0700, and that is the check.
   *
   * @param socket path of at most {@value EdgeLimits#SOCKET_PATH_BYTES_MAX} bytes
   * @param caller who every peer is: the user that may enter the folder
   */
  record Unix(Path socket, Caller caller) implements Transport {}

  /**
   * Mutual TLS 1.3.
   *
   * @param certificate the host's chain, PEM
   * @param key its private key, PKCS#8 PEM
   * @param clientCa certificates whose clients are let in, PEM
   * @param principals who may connect, and as what
   */
  record MutualTls(
      InetSocketAddress address, Path certificate, Path key, Path clientCa, Principals principals)
      implements Transport {}
}
