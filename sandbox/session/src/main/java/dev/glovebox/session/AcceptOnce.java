package dev.glovebox.session;

import dev.glovebox.jail.JailedProcess;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import jdk.net.ExtendedSocketOptions;

/**
 * A unix socket made for one worker, in a folder of its own with mode 0700, that takes exactly as
 * many connections as it was told, usually one. The listener and its file are gone before the first
 * byte is read from the peer.
 */
final class AcceptOnce implements AutoCloseable {
  /** Longest path, with room below the 103 bytes of the strictest system. */
  static final int SOCKET_PATH_BYTES_MAX = 100;

  /** How often a wait looks whether the process still lives. */
  private static final long LIFE_CHECK_MILLIS = 20;

  private final Path folder;
  private final Path socket;
  private final ServerSocketChannel listener;
  private final int connections;
  private boolean crowded;
  private int dialled;

  private AcceptOnce(Path folder, Path socket, ServerSocketChannel listener, int connections) {
    this.folder = folder;
    this.socket = socket;
    this.listener = listener;
    this.connections = connections;
  }

  /**
   * Starts to listen for one connection in a fresh folder below {@code root}.
   *
   * @throws IOException if the path would be too long, or the system refuses
   */
  static AcceptOnce listen(Path root) throws IOException {
    return listen(root, 1);
  }

  /**
   * Starts to listen for so many connections in a fresh folder below {@code root}.
   *
   * @throws IOException if the path would be too long, or the system refuses
   */
  static AcceptOnce listen(Path root, int connections) throws IOException {
    Path folder =
        Files.createTempDirectory(
            root.toAbsolutePath(),
            "w",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    Path socket = folder.resolve("s");
    ServerSocketChannel listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    AcceptOnce accept = new AcceptOnce(folder, socket, listener, connections);
    try {
      if (socket.toString().getBytes(StandardCharsets.UTF_8).length > SOCKET_PATH_BYTES_MAX) {
        throw new IOException("socket path is longer than " + SOCKET_PATH_BYTES_MAX + " bytes");
      }
      listener.bind(UnixDomainSocketAddress.of(socket), connections);
      listener.configureBlocking(false);
      return accept;
    } catch (IOException e) {
      accept.close();
      throw e;
    }
  }

  /** Where the worker dials. */
  Path socket() {
    return socket;
  }

  /**
   * Waits for the connections, then removes the listener.
   *
   * @param wanted asked again and again; false ends the wait
   * @return empty if the deadline passed, the process ended, nobody wants it, the peer is another
   *     user, or it dialled more often than it may
   */
  Optional<List<SocketChannel>> accept(
      JailedProcess process, long deadlineNanos, LongSupplier nanoTime, BooleanSupplier wanted)
      throws IOException {
    List<SocketChannel> accepted = new ArrayList<>();
    boolean complete = false;
    try (Selector selector = Selector.open()) {
      listener.register(selector, SelectionKey.OP_ACCEPT);
      process.onExit(selector::wakeup);
      BooleanSupplier lasts =
          () ->
              process.isAlive() && wanted.getAsBoolean() && !Thread.currentThread().isInterrupted();
      while (accepted.size() < connections) {
        Optional<SocketChannel> next = next(selector, lasts, deadlineNanos, nanoTime);
        if (next.isEmpty()) {
          return Optional.empty();
        }
        accepted.add(next.get());
        dialled++;
        if (!sameUser(next.get())) {
          return Optional.empty();
        }
      }
      try (SocketChannel oneMore = listener.accept()) {
        crowded = oneMore != null;
      }
      complete = !crowded;
      return complete ? Optional.of(List.copyOf(accepted)) : Optional.empty();
    } finally {
      close();
      if (!complete) {
        for (SocketChannel each : accepted) {
          each.close();
        }
      }
    }
  }

  private Optional<SocketChannel> next(
      Selector selector, BooleanSupplier lasts, long deadlineNanos, LongSupplier nanoTime)
      throws IOException {
    SocketChannel accepted = listener.accept();
    while (accepted == null) {
      long leftMillis = TimeUnit.NANOSECONDS.toMillis(deadlineNanos - nanoTime.getAsLong());
      if (leftMillis <= 0 || !lasts.getAsBoolean()) {
        return Optional.empty();
      }
      selector.select(Math.min(leftMillis, LIFE_CHECK_MILLIS));
      accepted = listener.accept();
    }
    return Optional.of(accepted);
  }

  /** Whether one more connection waited beside those that were due. */
  boolean crowded() {
    return crowded;
  }

  /** Connections that were taken. */
  int dialled() {
    return dialled;
  }

  private boolean sameUser(SocketChannel peer) throws IOException {
    if (!peer.supportedOptions().contains(ExtendedSocketOptions.SO_PEERCRED)) {
      return true;
    }
    // A jail may have given the socket to the one user that its process has.
    return peer.getOption(ExtendedSocketOptions.SO_PEERCRED).user().equals(Files.getOwner(socket));
  }

  /** Stops listening and removes socket and folder; may be called again. Never throws. */
  @Override
  public void close() {
    try {
      listener.close();
      Files.deleteIfExists(socket);
      Files.deleteIfExists(folder);
    } catch (IOException _) {
      // The folder is private to this user; a leftover cannot be reached by a worker of another.
    }
  }
}
