package dev.glovebox.host.edge;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.nio.NioChannelOption;
import java.nio.file.attribute.UserPrincipal;
import jdk.net.ExtendedSocketOptions;
import jdk.net.UnixDomainPrincipal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands before the acceptor of a unix server socket and closes connections of other users.
 *
 * <p>The folder's 0700 is the check that always holds; where the kernel tells the peer's user
 * (SO_PEERCRED), this is the second one.
 */
@ChannelHandler.Sharable
final class PeerCheck extends ChannelInboundHandlerAdapter {
  private static final Logger LOG = LoggerFactory.getLogger(PeerCheck.class);

  private final UserPrincipal owner;

  /** Admits {@code owner} alone. */
  PeerCheck(UserPrincipal owner) {
    this.owner = owner;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object accepted) {
    if (accepted instanceof Channel channel && !isOwner(channel)) {
      channel.unsafe().closeForcibly();
      LOG.warn("closed a connection of another user");
      return;
    }
    context.fireChannelRead(accepted);
  }

  private boolean isOwner(Channel channel) {
    UnixDomainPrincipal peer =
        channel.config().getOption(NioChannelOption.of(ExtendedSocketOptions.SO_PEERCRED));
    // Null: the system does not tell, and the folder's mode is what keeps others out.
    return peer == null || peer.user().equals(owner);
  }
}
