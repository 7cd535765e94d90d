package dev.glovebox.session;

import io.netty.channel.AbstractServerChannel;
import io.netty.channel.ChannelConfig;
import io.netty.channel.ChannelHandler;
import io.netty.channel.DefaultChannelConfig;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.nio.NioDomainSocketChannel;
import java.net.SocketAddress;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/**
 * A server channel that listens nowhere: it hands over one connection that was accepted before, and
 * never another.
 */
final class HandedOverChannel extends AbstractServerChannel {
  private final ChannelConfig config = new DefaultChannelConfig(this);
  private final SocketChannel accepted;
  private final ChannelHandler guard;
  private final Runnable onConnectionClosed;
  private @Nullable SocketAddress bound;
  private boolean handedOver;
  private volatile boolean open = true;

  /** Made on the door's thread, closed by the session's. */
  private volatile @Nullable NioDomainSocketChannel connection;

  /**
   * Hands over {@code accepted} once a server is bound to this channel.
   *
   * @param guard sees every byte first and last
   * @param onConnectionClosed runs on the event loop when the connection is gone
   */
  HandedOverChannel(SocketChannel accepted, ChannelHandler guard, Runnable onConnectionClosed) {
    this.accepted = accepted;
    this.guard = guard;
    this.onConnectionClosed = onConnectionClosed;
  }

  @Override
  protected boolean isCompatible(EventLoop loop) {
    return true;
  }

  @Override
  protected void doBind(SocketAddress address) {
    bound = address;
  }

  @Override
  protected void doBeginRead() {
    if (!handedOver) {
      handedOver = true;
      NioDomainSocketChannel made = new NioDomainSocketChannel(this, accepted);
      made.closeFuture().addListener(_ -> onConnectionClosed.run());
      made.pipeline().addFirst(guard);
      connection = made;
      pipeline().fireChannelRead(made);
      pipeline().fireChannelReadComplete();
    }
  }

  /**
   * Closes the connection, on its event loop's thread. Its socket may be closed already, by whoever
   * ended the process: then nobody else would tell the stack, which would keep it for ever.
   */
  void closeConnection() {
    NioDomainSocketChannel made = connection;
    if (made != null && made.isRegistered()) {
      var _ = made.close();
    }
  }

  @Override
  protected void doClose() {
    open = false;
  }

  @Override
  public ChannelConfig config() {
    return config;
  }

  @Override
  public boolean isOpen() {
    return open;
  }

  @Override
  public boolean isActive() {
    return open && bound != null;
  }

  @Override
  protected @Nullable SocketAddress localAddress0() {
    return bound;
  }
}
