package dev.glovebox.host.store.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Socket} over a unix socket, as far as the PostgreSQL driver uses one.
 *
 * <p>Read timeouts are accepted and not kept: a unix socket has none in the JDK. What bounds a
 * statement is the server's {@code statement_timeout}. Options of TCP are accepted and ignored.
 */
final class UnixSocket extends Socket {
  private final String path;
  private @Nullable SocketChannel channel;
  private int timeoutMillis;

  UnixSocket(String path) {
    this.path = path;
  }

  @Override
  public void connect(SocketAddress ignored, int ignoredTimeoutMillis) throws IOException {
    SocketChannel opened = SocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      opened.connect(UnixDomainSocketAddress.of(path));
    } catch (IOException e) {
      opened.close();
      throw e;
    }
    channel = opened;
  }

  private SocketChannel connected() throws SocketException {
    if (channel == null) {
      throw new SocketException("not connected");
    }
    return channel;
  }

  @Override
  public InputStream getInputStream() throws IOException {
    return Channels.newInputStream(connected());
  }

  @Override
  public OutputStream getOutputStream() throws IOException {
    return Channels.newOutputStream(connected());
  }

  @Override
  public boolean isConnected() {
    return channel != null && channel.isConnected();
  }

  @Override
  public boolean isClosed() {
    return channel != null && !channel.isOpen();
  }

  @Override
  @SuppressWarnings("UnsynchronizedOverridesSynchronized") // the channel's own close is thread-safe
  public void close() throws IOException {
    if (channel != null) {
      channel.close();
    }
  }

  @Override
  @SuppressWarnings("UnsynchronizedOverridesSynchronized") // used by one thread of the driver
  public void setSoTimeout(int millis) {
    timeoutMillis = millis;
  }

  @Override
  @SuppressWarnings("UnsynchronizedOverridesSynchronized") // used by one thread of the driver
  public int getSoTimeout() {
    return timeoutMillis;
  }

  @Override
  public void setTcpNoDelay(boolean on) {}

  @Override
  public void setKeepAlive(boolean on) {}

  @Override
  @SuppressWarnings("UnsynchronizedOverridesSynchronized") // does nothing
  public void setSendBufferSize(int bytes) {}

  @Override
  @SuppressWarnings("UnsynchronizedOverridesSynchronized") // the system's default, never changed
  public int getSendBufferSize() {
    return 64 * 1024;
  }

  @Override
  @SuppressWarnings("UnsynchronizedOverridesSynchronized") // does nothing
  public void setReceiveBufferSize(int bytes) {}

  @Override
  @SuppressWarnings("UnsynchronizedOverridesSynchronized") // the system's default, never changed
  public int getReceiveBufferSize() {
    return 64 * 1024;
  }
}
