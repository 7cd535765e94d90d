package dev.glovebox.host.edge;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerDomainSocketChannel;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A server that greets whoever gets past a {@link PeerCheck}. */
final class PeerProbe {
  private PeerProbe() {}

  /** Connects as this process's user and returns whether the greeting came. */
  static boolean admitted(PeerCheck check) throws Exception {
    Path socket = TestEdge.privateFolder().resolve("probe.sock");
    MultiThreadIoEventLoopGroup loop =
        new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    try {
      new ServerBootstrap()
          .group(loop)
          .channelFactory(() -> {
            NioServerDomainSocketChannel channel = new NioServerDomainSocketChannel();
            channel.pipeline().addFirst(check);
            return channel;
          })
          .childHandler(
              new ChannelInboundHandlerAdapter() {
                @Override
                public void channelActive(ChannelHandlerContext context) {
                  var _ =
                      context.writeAndFlush(
                          context
                              .alloc()
                              .buffer()
                              .writeBytes("hi".getBytes(StandardCharsets.UTF_8)));
                }
              })
          .bind(UnixDomainSocketAddress.of(socket))
          .sync();
      try (SocketChannel client = SocketChannel.open(StandardProtocolFamily.UNIX)) {
        client.connect(UnixDomainSocketAddress.of(socket));
        return client.read(ByteBuffer.allocate(2)) == 2;
      }
    } finally {
      loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
    }
  }
}
