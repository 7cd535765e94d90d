package dev.glovebox.jail.oci;

import dev.glovebox.jail.JailedProcess;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;

/**
 * Carries bytes between a child's standard streams and the host's socket, because a world of its
 * own kernel has no socket of the host in it. Knows nothing of what they mean.
 *
 * <p>The socket is dialled when the child says its first byte, so that the host sees the same as
 * with a child that dials by itself. What ends one side ends the other.
 */
final class Relay {
  private static final int BUFFER_BYTES = 64 * 1024;

  private final JailedProcess process;
  private final Path socket;

  private Relay(JailedProcess process, Path socket) {
    this.process = process;
    this.socket = socket;
  }

  /** Starts to carry, on threads of its own that end with the process. */
  static void between(JailedProcess process, Path socket) {
    Relay relay = new Relay(process, socket);
    Thread.ofPlatform().daemon().name(process.name() + "-relay").start(relay::run);
  }

  private void run() {
    InputStream said = process.stdout();
    byte[] first = new byte[1];
    try {
      if (said.read(first) != 1) {
        return;
      }
      try (SocketChannel host = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
        host.write(ByteBuffer.wrap(first));
        Thread.ofPlatform().daemon().name(process.name() + "-relay-back").start(() -> back(host));
        carry(said, Channels.newOutputStream(host));
      }
    } catch (IOException e) {
      // One side is gone; the other sees the end of its stream.
    }
  }

  /** Closing the channel, as the other direction does at its end, ends this one. */
  private void back(SocketChannel host) {
    try (OutputStream child = process.stdin()) {
      carry(Channels.newInputStream(host), child);
    } catch (IOException e) {
      // The same.
    }
  }

  private static void carry(InputStream from, OutputStream to) throws IOException {
    byte[] buffer = new byte[BUFFER_BYTES];
    for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
      to.write(buffer, 0, read);
      to.flush();
    }
  }
}
