package dev.glovebox.host.store.postgres;

import java.net.Socket;
import javax.net.SocketFactory;

/**
 * Makes sockets for the PostgreSQL driver that reach one unix socket, whatever address it asks for.
 *
 * <p>The driver makes one by name, with the socket's path as {@code socketFactoryArg}.
 */
public final class UnixSocketFactory extends SocketFactory {
  private final String path;

  /** Makes a factory for the unix socket at {@code path}. */
  public UnixSocketFactory(String path) {
    this.path = path;
  }

  @Override
  public Socket createSocket() {
    return new UnixSocket(path);
  }

  @Override
  public Socket createSocket(String host, int port) {
    throw refusal();
  }

  @Override
  public Socket createSocket(String host, int port, java.net.InetAddress local, int localPort) {
    throw refusal();
  }

  @Override
  public Socket createSocket(java.net.InetAddress host, int port) {
    throw refusal();
  }

  @Override
  public Socket createSocket(
      java.net.InetAddress host, int port, java.net.InetAddress local, int localPort) {
    throw refusal();
  }

  private static UnsupportedOperationException refusal() {
    return new UnsupportedOperationException("no network address is ever dialled");
  }
}
