package dev.glovebox.worker.transport;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.local.LocalAddress;
import io.netty.channel.local.LocalIoHandler;
import io.netty.channel.local.LocalServerChannel;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * A place inside this process where one connection can be made, whose bytes go out by one stream
 * and come in by another: for a jail that shares no socket with the host.
 */
final class StandardStreams {
  private static final int BUFFER_BYTES = 64 * 1024;

  private StandardStreams() {}

  /**
   * Opens the place; returns where to connect to.
   *
   * @param ended runs at the end of {@code in}, whatever the guest is doing
   */
  static LocalAddress carry(InputStream in, OutputStream out, Runnable ended) {
    EventLoopGroup loop = new MultiThreadIoEventLoopGroup(1, LocalIoHandler.newFactory());
    LocalAddress place = new LocalAddress("host");
    new ServerBootstrap()
        .group(loop)
        .channel(LocalServerChannel.class)
        .childHandler(
            new ChannelInitializer<Channel>() {
              @Override
              protected void initChannel(Channel channel) {
                channel.pipeline().addLast(new ToStream(out));
                Thread reader = new Thread(() -> read(in, channel, ended), "host-reader");
                reader.setDaemon(true);
                reader.start();
              }
            })
        .bind(place)
        .syncUninterruptibly();
    return place;
  }

  /** Waits for each piece to be taken, so that nothing piles up. */
  private static void read(InputStream in, Channel channel, Runnable ended) {
    byte[] buffer = new byte[BUFFER_BYTES];
    try {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        channel.writeAndFlush(Unpooled.copiedBuffer(buffer, 0, read)).sync();
      }
    } catch (IOException | InterruptedException e) {
      // As at the end: the host is gone.
    } finally {
      ended.run();
    }
  }

  private static final class ToStream extends SimpleChannelInboundHandler<ByteBuf> {
    private final OutputStream out;

    ToStream(OutputStream out) {
      this.out = out;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, ByteBuf bytes) throws IOException {
      bytes.readBytes(out, bytes.readableBytes());
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) throws IOException {
      out.flush();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
      var _ = context.close();
    }
  }
}
